package dev.darkroom.imaging.colour;

/**
 * YCCK, in which Adobe stores CMYK in JPEG files: luma and chroma of the colour that cyan, magenta
 * and yellow leave, and black as it is.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-T.871">ITU-T T.871, section 7</a>
 */
final class Ycck {
  private static final int ONE_BITS = 16;
  private static final int HALF = 1 << (ONE_BITS - 1);
  private static final int RED_OF_CR = fixed(1.402);
  private static final int GREEN_OF_CB = fixed(-0.344136);
  private static final int GREEN_OF_CR = fixed(-0.714136);
  private static final int BLUE_OF_CB = fixed(1.772);

  private Ycck() {}

  /** Turns one pixel into cyan, magenta, yellow and black, in place. */
  static void toInks(byte[] pixel, int at) {
    int luma = pixel[at] & 0xFF;
    int cb = (pixel[at + 1] & 0xFF) - 128;
    int cr = (pixel[at + 2] & 0xFF) - 128;
    pixel[at] = left(luma + ((RED_OF_CR * cr + HALF) >> ONE_BITS));
    pixel[at + 1] = left(luma + ((GREEN_OF_CB * cb + GREEN_OF_CR * cr + HALF) >> ONE_BITS));
    pixel[at + 2] = left(luma + ((BLUE_OF_CB * cb + HALF) >> ONE_BITS));
  }

  private static byte left(int level) {
    return (byte) (255 - Math.max(0, Math.min(255, level)));
  }

  private static int fixed(double factor) {
    return (int) Math.round(factor * (1 << ONE_BITS));
  }
}
