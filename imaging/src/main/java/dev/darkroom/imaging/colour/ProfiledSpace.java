package dev.darkroom.imaging.colour;

import java.awt.color.ICC_Profile;

/** Converts through an ICC profile. */
final class ProfiledSpace implements SpaceConversion {
  private final SrgbTransform transform;

  ProfiledSpace(ICC_Profile profile) {
    transform = new SrgbTransform(profile);
    // The profile is read at the first conversion: break here rather than later.
    transform.convert(new byte[transform.components()], new byte[3], 1);
  }

  @Override
  public void toSrgb(float[] components, int pixels, int[] target, int at) {
    byte[] stored = new byte[pixels * transform.components()];
    for (int i = 0; i < stored.length; i++) {
      stored[i] = (byte) Levels.rounded(components[i]);
    }
    byte[] srgb = new byte[pixels * 3];
    transform.convert(stored, srgb, pixels);
    for (int pixel = 0; pixel < pixels; pixel++) {
      target[at + pixel] = Levels.packed(srgb, pixel * 3);
    }
  }
}
