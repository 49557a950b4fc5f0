package dev.darkroom.imaging.colour;

/**
 * The colours of CMYK inks that no profile describes.
 *
 * <p>Each of cyan, magenta and yellow takes its share from what black leaves of white: {@code red =
 * (1 − c)(1 − k)}. Web browsers show such pictures in the same way, so that uploaders see what they
 * know.
 */
final class DefaultInks implements ByteConversion {

  @Override
  public int components() {
    return 4;
  }

  @Override
  public void convert(byte[] inks, byte[] srgb, int pixels) {
    for (int pixel = 0, from = 0, to = 0; pixel < pixels; pixel++, from += 4, to += 3) {
      int light = 255 - (inks[from + 3] & 0xFF);
      srgb[to] = left(inks[from], light);
      srgb[to + 1] = left(inks[from + 1], light);
      srgb[to + 2] = left(inks[from + 2], light);
    }
  }

  private static byte left(byte ink, int light) {
    return (byte) (((255 - (ink & 0xFF)) * light + 127) / 255);
  }
}
