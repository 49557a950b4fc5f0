package dev.darkroom.imaging.decode;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageTypeSpecifier;

/** Small pictures of random samples in every way that readers store them. */
final class StoredPictures {
  private static final ColorSpace RGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);
  private static final ColorSpace LINEAR = ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB);
  private static final ColorSpace GREY = ColorSpace.getInstance(ColorSpace.CS_GRAY);

  private StoredPictures() {}

  static Map<String, BufferedImage> of(int width, int height) {
    Map<String, ImageTypeSpecifier> types = new LinkedHashMap<>();
    for (int type = BufferedImage.TYPE_INT_RGB; type <= BufferedImage.TYPE_BYTE_INDEXED; type++) {
      types.put("standard type " + type, ImageTypeSpecifier.createFromBufferedImageType(type));
    }
    for (int bits : new int[] {1, 2, 4, 8}) {
      types.put("palette of " + bits + " bits", palette(bits, false));
      types.put("palette of " + bits + " bits, one index transparent", palette(bits, true));
    }
    for (int bits : new int[] {1, 2, 4, 8, 16}) {
      int type = bits == 16 ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE;
      types.put("grey of " + bits + " bits", ImageTypeSpecifier.createGrayscale(bits, type, false));
    }
    for (int type :
        new int[] {
          DataBuffer.TYPE_BYTE,
          DataBuffer.TYPE_USHORT,
          DataBuffer.TYPE_SHORT,
          DataBuffer.TYPE_INT,
          DataBuffer.TYPE_FLOAT
        }) {
      String name = ", data type " + type;
      types.put("RGB" + name, interleaved(RGB, type, false, false, 0, 1, 2));
      types.put("BGR" + name, interleaved(RGB, type, false, false, 2, 1, 0));
      types.put("RGBA" + name, interleaved(RGB, type, true, false, 0, 1, 2, 3));
      types.put("ABGR premultiplied" + name, interleaved(RGB, type, true, true, 3, 2, 1, 0));
      types.put("grey with alpha" + name, interleaved(GREY, type, true, false, 0, 1));
      types.put("grey with premultiplied alpha" + name, interleaved(GREY, type, true, true, 0, 1));
      types.put("linear RGB" + name, interleaved(LINEAR, type, false, false, 0, 1, 2));
      types.put("planar RGB" + name, planar(RGB, type, false, 3));
      types.put("planar RGBA" + name, planar(RGB, type, true, 4));
    }
    types.put(
        "packed RGBA, alpha lowest",
        ImageTypeSpecifier.createPacked(
            RGB, 0xFF000000, 0xFF0000, 0xFF00, 0xFF, DataBuffer.TYPE_INT, false));
    types.put(
        "packed 4444",
        ImageTypeSpecifier.createPacked(
            RGB, 0xF00, 0xF0, 0xF, 0xF000, DataBuffer.TYPE_USHORT, false));
    types.put(
        "packed 10 bits",
        ImageTypeSpecifier.createPacked(
            RGB, 0x3FF00000, 0xFFC00, 0x3FF, 0, DataBuffer.TYPE_INT, false));

    Map<String, BufferedImage> pictures = new LinkedHashMap<>();
    types.forEach((name, type) -> pictures.put(name, filled(type, width, height)));
    pictures.put("12 bits in 16", twelveBits(width, height));
    pictures.put(
        "part of a larger picture",
        filled(types.get("RGBA, data type 0"), width + 3, height + 2)
            .getSubimage(2, 1, width, height));
    pictures.put(
        "part of a larger packed picture",
        filled(types.get("standard type 2"), width + 3, height + 2)
            .getSubimage(2, 1, width, height));
    return pictures;
  }

  private static ImageTypeSpecifier interleaved(
      ColorSpace space, int type, boolean alpha, boolean premultiplied, int... offsets) {
    return ImageTypeSpecifier.createInterleaved(space, offsets, type, alpha, premultiplied);
  }

  private static ImageTypeSpecifier planar(ColorSpace space, int type, boolean alpha, int bands) {
    int[] banks = new int[bands];
    for (int i = 0; i < bands; i++) {
      banks[i] = i;
    }
    return ImageTypeSpecifier.createBanded(space, banks, new int[bands], type, alpha, false);
  }

  private static ImageTypeSpecifier palette(int bits, boolean transparent) {
    Random random = new Random(bits);
    int size = 1 << bits;
    byte[][] levels = new byte[3][size];
    for (byte[] level : levels) {
      random.nextBytes(level);
    }
    IndexColorModel model =
        transparent
            ? new IndexColorModel(bits, size, levels[0], levels[1], levels[2], size / 2)
            : new IndexColorModel(bits, size, levels[0], levels[1], levels[2]);
    return new ImageTypeSpecifier(model, model.createCompatibleSampleModel(1, 1));
  }

  private static BufferedImage twelveBits(int width, int height) {
    ComponentColorModel model =
        new ComponentColorModel(
            RGB, new int[] {12, 12, 12}, false, false, 1, DataBuffer.TYPE_USHORT);
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, width, height, 3, null);
    BufferedImage picture = new BufferedImage(model, raster, false, null);
    fill(picture);
    return picture;
  }

  private static BufferedImage filled(ImageTypeSpecifier type, int width, int height) {
    BufferedImage picture = type.createBufferedImage(width, height);
    fill(picture);
    return picture;
  }

  private static void fill(BufferedImage picture) {
    WritableRaster raster = picture.getRaster();
    Random random = new Random(11);
    boolean premultiplied = picture.isAlphaPremultiplied();
    int last = raster.getNumBands() - 1;
    for (int y = 0; y < raster.getHeight(); y++) {
      for (int x = 0; x < raster.getWidth(); x++) {
        double opacity = random.nextInt(4) / 3.0;
        for (int band = 0; band <= last; band++) {
          boolean colour = !picture.getColorModel().hasAlpha() || band < last;
          double share = colour ? random.nextDouble() : opacity;
          set(picture, x, y, band, colour && premultiplied ? share * opacity : share);
        }
      }
    }
  }

  private static void set(BufferedImage picture, int x, int y, int band, double share) {
    WritableRaster raster = picture.getRaster();
    switch (raster.getTransferType()) {
      case DataBuffer.TYPE_FLOAT -> raster.setSample(x, y, band, share);
      case DataBuffer.TYPE_SHORT -> raster.setSample(x, y, band, (int) Math.round(share * 32_767));
      default -> {
        long most =
            picture.getColorModel() instanceof IndexColorModel palette
                ? palette.getMapSize() - 1
                : (1L << picture.getColorModel().getComponentSize(band)) - 1;
        raster.setSample(x, y, band, (int) Math.round(share * most));
      }
    }
  }
}
