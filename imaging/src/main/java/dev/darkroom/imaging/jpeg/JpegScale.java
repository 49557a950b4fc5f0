package dev.darkroom.imaging.jpeg;

import dev.darkroom.imaging.PixelSize;

/** The part of its size at which a JPEG is decoded, straight from its DCT coefficients. */
public enum JpegScale {
  FULL(1),
  HALF(2),
  QUARTER(4),
  EIGHTH(8);

  private final int denominator;

  JpegScale(int denominator) {
    this.denominator = denominator;
  }

  /**
   * The smallest scale at which a picture still has the size that is needed.
   *
   * @param original the size of the whole picture
   * @param needed in the same orientation
   */
  public static JpegScale reaching(PixelSize original, PixelSize needed) {
    JpegScale smallest = FULL;
    for (JpegScale scale : values()) {
      PixelSize scaled = scale.of(original);
      if (scaled.width() >= needed.width() && scaled.height() >= needed.height()) {
        smallest = scale;
      }
    }
    return smallest;
  }

  /** The size of a picture at this scale; a part of a pixel counts as one. */
  public PixelSize of(PixelSize original) {
    return new PixelSize(part(original.width()), part(original.height()));
  }

  /** How many pixels of the original become one, along each edge. */
  public int denominator() {
    return denominator;
  }

  private int part(int edge) {
    return (int) ((edge + denominator - 1L) / denominator);
  }
}
