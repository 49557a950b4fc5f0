package dev.darkroom.imaging.decode;

import dev.darkroom.imaging.colour.Levels;
import dev.darkroom.imaging.colour.Premultiplied;
import dev.darkroom.imaging.colour.SpaceConversion;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;

/** Rows of a picture that is neither grey nor RGB, converted to sRGB. */
final class ConvertedRows implements PixelRows {
  private final Raster raster;
  private final ColorModel model;
  private final SpaceConversion conversion;
  private final float[] colours;
  private final float[] components;
  private final int[] opacity;

  ConvertedRows(BufferedImage picture) {
    raster = picture.getRaster();
    model = picture.getColorModel();
    conversion = SpaceConversion.of(model.getColorSpace());
    colours = new float[raster.getWidth() * model.getNumColorComponents()];
    components = new float[model.getNumComponents()];
    opacity = new int[model.hasAlpha() ? raster.getWidth() : 0];
  }

  @Override
  public void read(int y, int[] target, int at) {
    int width = raster.getWidth();
    int count = model.getNumColorComponents();
    Object stored = null;
    for (int x = 0; x < width; x++) {
      stored = raster.getDataElements(x, y, stored);
      model.getNormalizedComponents(stored, components, 0);
      System.arraycopy(components, 0, colours, x * count, count);
      if (model.hasAlpha()) {
        opacity[x] = Levels.rounded(components[count]);
      }
    }
    conversion.toSrgb(colours, width, target, at);
    for (int x = 0; x < opacity.length; x++) {
      target[at + x] = Premultiplied.of((opacity[x] << 24) | (target[at + x] & 0xFFFFFF));
    }
  }
}
