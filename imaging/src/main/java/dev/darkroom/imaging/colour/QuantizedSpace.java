package dev.darkroom.imaging.colour;

/** Converts components after rounding them to bytes. */
final class QuantizedSpace implements SpaceConversion {
  private final ByteConversion conversion;

  QuantizedSpace(ByteConversion conversion) {
    this.conversion = conversion;
  }

  @Override
  public void toSrgb(float[] components, int pixels, int[] target, int at) {
    byte[] stored = new byte[pixels * conversion.components()];
    for (int i = 0; i < stored.length; i++) {
      stored[i] = (byte) Levels.rounded(components[i]);
    }
    byte[] srgb = new byte[pixels * 3];
    conversion.convert(stored, srgb, pixels);
    for (int pixel = 0; pixel < pixels; pixel++) {
      target[at + pixel] = Levels.packed(srgb, pixel * 3);
    }
  }
}
