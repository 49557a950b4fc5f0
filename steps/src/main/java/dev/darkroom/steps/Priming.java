package dev.darkroom.steps;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.Picture;
import dev.darkroom.imaging.PictureDecoder;
import dev.darkroom.imaging.RenditionSpec;
import dev.darkroom.imaging.Renditions;
import dev.darkroom.imaging.jpeg.JpegCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a small JPEG through imaging while the function starts. What that loads, native code and
 * colour profiles among it, is then in SnapStart's snapshot, and no photo waits for it.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-best-practices.html">
 *     SnapStart best practices</a>
 */
final class Priming {
  private static final Logger LOG = LoggerFactory.getLogger(Priming.class);
  private static final List<RenditionSpec> SPECS = RenditionSpec.parseList("primed:8");
  private static final long PIXELS = 1024;

  private Priming() {}

  static void run() {
    Picture picture =
        PictureDecoder.decode(
            photo(), DecodeLimits.ofPixels(PIXELS), size -> Renditions.enough(size, SPECS));
    Renditions.make(picture, SPECS);
    if (!JpegCodec.inUse().isNative()) {
      LOG.warn(
          "There is no native code for JPEG here; {} takes its place", JpegCodec.inUse().name());
    }
  }

  private static byte[] photo() {
    try (InputStream photo = Priming.class.getResourceAsStream("priming.jpg")) {
      return photo.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
