package dev.darkroom.imaging.colour;

import java.awt.color.ColorSpace;

/** Converts as the class of a colour space says, a pixel at a time. */
final class DefinedSpace implements SpaceConversion {
  private final ColorSpace space;
  private final float[] colour;

  DefinedSpace(ColorSpace space) {
    this.space = space;
    colour = new float[space.getNumComponents()];
  }

  @Override
  public void toSrgb(float[] components, int pixels, int[] target, int at) {
    for (int pixel = 0; pixel < pixels; pixel++) {
      for (int i = 0; i < colour.length; i++) {
        float least = space.getMinValue(i);
        float range = space.getMaxValue(i) - least;
        colour[i] = least + range * components[pixel * colour.length + i];
      }
      float[] srgb = space.toRGB(colour);
      target[at + pixel] =
          Levels.packed(Levels.rounded(srgb[0]), Levels.rounded(srgb[1]), Levels.rounded(srgb[2]));
    }
  }
}
