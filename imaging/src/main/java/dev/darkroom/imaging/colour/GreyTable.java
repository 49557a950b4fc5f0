package dev.darkroom.imaging.colour;

/** Looks up the level of each grey. What was grey stays so, where rounding would tint it. */
final class GreyTable implements PixelOperation {
  private final int[] greys = new int[256];

  GreyTable(ByteConversion conversion) {
    byte[] levels = new byte[256];
    for (int level = 0; level < 256; level++) {
      levels[level] = (byte) level;
    }
    byte[] srgb = new byte[256 * 3];
    conversion.convert(levels, srgb, 256);
    for (int level = 0; level < 256; level++) {
      greys[level] = (srgb[level * 3 + 1] & 0xFF) * 0x010101;
    }
  }

  @Override
  public void convert(int[] pixels, int count) {
    for (int i = 0; i < count; i++) {
      pixels[i] = (pixels[i] & 0xFF000000) | greys[pixels[i] & 0xFF];
    }
  }
}
