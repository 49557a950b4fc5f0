package dev.darkroom.imaging.fuzz;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.ImageFormat;
import dev.darkroom.imaging.ImageHeader;
import dev.darkroom.imaging.ImageProbe;
import dev.darkroom.imaging.Picture;
import dev.darkroom.imaging.PictureDecoder;
import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.UnreadableImage;
import dev.darkroom.imaging.UnreadableImage.Reason;
import dev.darkroom.imaging.format.FileLayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What must hold for every file: probing and decoding give a picture or a refusal, within the
 * limits, and agree with each other.
 */
final class Fuzzed {
  /** Small, so that many files are tried in little time. */
  private static final DecodeLimits LIMITS =
      new DecodeLimits(1_000_000, 50, 100_000, Duration.ofSeconds(10));

  private Fuzzed() {}

  /** Probes and decodes a file, if it is of the format. */
  static void file(ImageFormat format, byte[] file) {
    if (!FileLayout.of(format).startsIn(file)) {
      return;
    }
    Optional<ImageHeader> header = probed(file);
    Optional<Picture> picture = decoded(file, size -> size);
    if (picture.isEmpty()) {
      return;
    }
    PixelSize size = picture.get().original();
    PixelSize probed =
        header
            .map(said -> new PixelSize(said.width(), said.height()))
            .orElseThrow(() -> new AssertionError("decoded, but not probed"));
    if (probed.pixels() != size.pixels()
        || Math.max(probed.width(), probed.height()) != Math.max(size.width(), size.height())) {
      throw new AssertionError("probed " + probed + ", decoded " + size);
    }
    PixelSize eighth = new PixelSize((size.width() + 7) / 8, (size.height() + 7) / 8);
    if (format == ImageFormat.JPEG && decoded(file, whole -> eighth).isEmpty()) {
      throw new AssertionError("decoded as a whole, but not at an eighth");
    }
  }

  /** Probes a file of whatever format. */
  static Optional<ImageHeader> probed(byte[] file) {
    try {
      return Optional.of(ImageProbe.probe(new ByteArrayInputStream(file), LIMITS));
    } catch (UnreadableImage e) {
      check(e);
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Picture> decoded(byte[] file, UnaryOperator<PixelSize> enough) {
    try {
      Picture picture = PictureDecoder.decode(file, LIMITS, enough);
      picture.toSrgb().apply(picture.pixels());
      return Optional.of(picture);
    } catch (UnreadableImage e) {
      check(e);
      return Optional.empty();
    }
  }

  private static void check(UnreadableImage refusal) {
    if (refusal.code() == Reason.TOO_SLOW) {
      throw new AssertionError("a megapixel takes too long", refusal);
    }
    if (!refusal.detail().endsWith(".")) {
      throw new AssertionError("says nothing: " + refusal.detail());
    }
  }
}
