package dev.darkroom.imaging.format;

import dev.darkroom.imaging.UnreadableImage;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a TIFF codes its samples, and what they stand for. What is accepted here is what the decoder
 * reads rightly and within the memory that the limit on pixels allows for.
 *
 * @param photometric what the samples stand for
 * @param compression how they are packed
 * @param perPixel how many a pixel has, 1 to {@value #MOST_PER_PIXEL}
 * @param bits of each
 * @param planar whether each component has strips or tiles of its own
 */
record TiffSamples(int photometric, int compression, int perPixel, int bits, boolean planar) {
  private static final int UNCOMPRESSED = 1;
  private static final int JPEG = 7;
  private static final int MOST_PER_PIXEL = 8;
  private static final int PALETTE = 3;
  private static final int SEPARATED = 5;
  private static final int YCBCR = 6;
  private static final int CMYK_INKS = 1;
  private static final int WHITE_IS_ZERO = 0;
  private static final int BLACK_IS_ZERO = 1;
  private static final int RGB = 2;

  /** Unsigned numbers, or whatever they are. */
  private static final Set<Long> INTEGER_FORMATS = Set.of(1L, 4L);

  /** None, CCITT in three ways, LZW, JPEG, Deflate under two numbers, PackBits. */
  private static final Set<Integer> COMPRESSIONS = Set.of(1, 2, 3, 4, 5, JPEG, 8, 32_773, 32_946);

  private static final Map<Integer, String> OTHER_COMPRESSIONS =
      Map.of(
          6, "JPEG of the old style",
          34_661, "JBIG",
          34_712, "JPEG 2000",
          34_925, "LZMA",
          50_000, "Zstandard",
          50_001, "WebP",
          50_002, "JPEG XL");

  static TiffSamples read(TiffDirectory directory) throws IOException {
    int compression = number(directory, TiffTag.COMPRESSION, UNCOMPRESSED);
    if (!COMPRESSIONS.contains(compression)) {
      throw UnreadableImage.unsupported(
          "a TIFF compressed as "
              + OTHER_COMPRESSIONS.getOrDefault(compression, "number " + compression));
    }
    for (long format : directory.values(TiffTag.SAMPLE_FORMAT, MOST_PER_PIXEL)) {
      if (!INTEGER_FORMATS.contains(format)) {
        throw UnreadableImage.unsupported("a TIFF with floating-point or signed samples");
      }
    }
    TiffSamples samples =
        new TiffSamples(
            number(directory, TiffTag.PHOTOMETRIC, -1),
            compression,
            number(directory, TiffTag.SAMPLES_PER_PIXEL, 1),
            bits(directory),
            directory.value(TiffTag.PLANAR, 1) == 2);
    samples.check(directory);
    return samples;
  }

  boolean isJpeg() {
    return compression == JPEG;
  }

  /** How to take the samples when they are inks. */
  Optional<Inks> inks() {
    return photometric == SEPARATED ? Optional.of(new Inks(false, false)) : Optional.empty();
  }

  /** Whether the length of a strip or tile follows from its size. */
  boolean isPlain() {
    return compression == UNCOMPRESSED && photometric != YCBCR;
  }

  /** The bytes of a row of a strip or tile that is not compressed. */
  long rowBytes(long width) {
    return (width * bits * (planar ? 1 : perPixel) + 7) / 8;
  }

  private static int bits(TiffDirectory directory) throws IOException {
    long[] bits = directory.values(TiffTag.BITS_PER_SAMPLE, MOST_PER_PIXEL);
    for (long each : bits) {
      if (each != bits[0]) {
        throw UnreadableImage.unsupported("a TIFF with samples of several lengths");
      }
    }
    return bits.length == 0 ? 1 : (int) Math.min(bits[0], Integer.MAX_VALUE);
  }

  private void check(TiffDirectory directory) throws IOException {
    if (perPixel < 1 || perPixel > MOST_PER_PIXEL) {
      throw UnreadableImage.unsupported("a TIFF with " + perPixel + " samples per pixel");
    }
    boolean known =
        switch (photometric) {
          case WHITE_IS_ZERO, BLACK_IS_ZERO -> perPixel <= 2 && isOneOf(1, 2, 4, 8, 16);
          case PALETTE -> perPixel <= 2 && isOneOf(1, 2, 4, 8) && hasPalette(directory);
          case RGB -> perPixel >= 3 && isOneOf(8, 16);
          case YCBCR -> perPixel == 3 && isOneOf(8);
          case SEPARATED -> perPixel >= 4 && isOneOf(8, 16) && isCmyk(directory);
          default -> throw otherColours();
        };
    if (!known) {
      throw UnreadableImage.unsupported(
          "a TIFF with " + perPixel + " samples of " + bits + " bits per pixel");
    }
  }

  private boolean isOneOf(int... depths) {
    for (int depth : depths) {
      if (depth == bits) {
        return true;
      }
    }
    return false;
  }

  private boolean hasPalette(TiffDirectory directory) {
    long colours = directory.field(TiffTag.COLOUR_MAP).map(TiffField::count).orElse(0L);
    if (colours != 3 << bits) {
      throw UnreadableImage.damaged("its palette has a wrong length");
    }
    return true;
  }

  private static boolean isCmyk(TiffDirectory directory) throws IOException {
    if (directory.value(TiffTag.INK_SET, CMYK_INKS) != CMYK_INKS
        || directory.value(TiffTag.INKS, 4) != 4) {
      throw UnreadableImage.unsupportedColours("a TIFF in inks other than CMYK");
    }
    return true;
  }

  private UnreadableImage otherColours() {
    return switch (photometric) {
      case 8, 9, 10 -> UnreadableImage.unsupportedColours("a TIFF in Lab colours");
      case 32_844, 32_845 ->
          UnreadableImage.unsupportedColours("a TIFF of high dynamic range (LogLuv)");
      case -1 -> UnreadableImage.damaged("it does not say what its samples stand for");
      default ->
          UnreadableImage.unsupportedColours("a TIFF in colours of the number " + photometric);
    };
  }

  private static int number(TiffDirectory directory, int tag, int otherwise) throws IOException {
    return (int) Math.min(directory.value(tag, otherwise), Integer.MAX_VALUE);
  }
}
