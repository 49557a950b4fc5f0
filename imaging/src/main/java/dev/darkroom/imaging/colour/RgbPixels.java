package dev.darkroom.imaging.colour;

/** Hands the red, green and blue of pixels to a conversion of bytes. */
final class RgbPixels implements PixelOperation {
  private final ByteConversion conversion;

  RgbPixels(ByteConversion conversion) {
    this.conversion = conversion;
  }

  @Override
  public void convert(int[] pixels, int count) {
    byte[] stored = new byte[count * 3];
    for (int i = 0, at = 0; i < count; i++, at += 3) {
      stored[at] = (byte) (pixels[i] >> 16);
      stored[at + 1] = (byte) (pixels[i] >> 8);
      stored[at + 2] = (byte) pixels[i];
    }
    byte[] srgb = new byte[count * 3];
    conversion.convert(stored, srgb, count);
    for (int i = 0, at = 0; i < count; i++, at += 3) {
      pixels[i] = (pixels[i] & 0xFF000000) | (Levels.packed(srgb, at) & 0xFFFFFF);
    }
  }
}
