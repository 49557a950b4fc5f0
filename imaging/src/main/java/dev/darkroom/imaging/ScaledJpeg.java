package dev.darkroom.imaging;

import dev.darkroom.imaging.format.Contents;
import dev.darkroom.imaging.jpeg.JpegCodec;
import dev.darkroom.imaging.jpeg.JpegScale;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The short way through a sound JPEG: decoded upright, and no larger than it has to be. */
final class ScaledJpeg {
  /**
   * Bytes a pixel from which a file is dense: full of texture, which the smaller scales blur when
   * hardly any pixels are to spare, and dear to decode at whatever scale.
   */
  private static final double DENSE = 0.5;

  private ScaledJpeg() {}

  /**
   * Decodes a JPEG at the smallest scale that is enough; a dense one at a scale that leaves a
   * quarter of each edge to spare.
   *
   * @return empty when it has to be read in full: it is in inks, not sound, or this runtime has no
   *     codec that reduces
   */
  static Optional<BufferedImage> decode(
      Contents contents, Orientation orientation, UnaryOperator<PixelSize> enough) {
    if (contents.coded().inks().isPresent() || !contents.extent().whole()) {
      return Optional.empty();
    }
    byte[] file = contents.coded().file();
    PixelSize stored = contents.canvas();
    PixelSize upright = orientation.upright(stored);
    PixelSize needed = enough.apply(upright);
    boolean dense = file.length >= DENSE * stored.pixels();
    JpegScale scale = JpegScale.reaching(upright, dense ? withSpare(needed) : needed);
    return JpegCodec.inUse().decode(file, stored, scale, orientation);
  }

  private static PixelSize withSpare(PixelSize size) {
    return new PixelSize(size.width() + size.width() / 4, size.height() + size.height() / 4);
  }
}
