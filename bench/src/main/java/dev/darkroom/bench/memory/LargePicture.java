package dev.darkroom.bench.memory;

import dev.darkroom.bench.photos.PaintedPhoto;
import dev.darkroom.bench.ways.Worker;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** The largest picture of a format that the default limits accept: 50 megapixels and 25 MiB. */
enum LargePicture {
  JPEG("JPEG, baseline", "baseline.jpg"),
  JPEG_JAVA("JPEG, baseline, pure Java", "baseline.jpg"),
  JPEG_PROGRESSIVE("JPEG, progressive 4:4:4", "progressive.jpg"),
  JPEG_PROGRESSIVE_JAVA("JPEG, progressive 4:4:4, pure Java", "progressive.jpg"),
  JPEG_CMYK("JPEG, CMYK", "cmyk.jpg"),
  PNG("PNG, RGB, 8 bits", "rgb8.png"),
  PNG_INTERLACED("PNG, RGB, 8 bits, interlaced", "interlaced.png"),
  PNG_RGBA16("PNG, RGBA, 16 bits", "rgba16.png"),
  GIF("GIF", "indexed.gif"),
  BMP("BMP, 24 bits, 8.7 megapixels", "bgr24.bmp"),
  BMP_INDEXED("BMP, 4 bits", "indexed4.bmp"),
  TIFF("TIFF, RGB, LZW", "lzw.tif"),
  WEBP("WebP, lossy", "lossy.webp"),
  WEBP_LOSSLESS("WebP, lossless", "lossless.webp");

  static final long MOST_PIXELS = 50_000_000;
  private static final int WIDTH = 8640;
  private static final int HEIGHT = 5780;

  /** As large as 25 MiB of 24-bit pixels can be. */
  private static final int BMP_WIDTH = 3456;

  private static final int BMP_HEIGHT = 2528;

  private final String title;
  private final String fileName;

  LargePicture(String title, String fileName) {
    this.title = title;
    this.fileName = fileName;
  }

  String title() {
    return title;
  }

  boolean pureJava() {
    return this == JPEG_JAVA || this == JPEG_PROGRESSIVE_JAVA;
  }

  /**
   * The file, made now if it was not before.
   *
   * @param sharp which writes what Java cannot, or null when it is missing
   */
  Path file(Path folder, Worker sharp) throws IOException {
    Path file = folder.resolve(fileName);
    if (!Files.exists(file)) {
      System.err.println("making " + fileName);
      make(file, folder, sharp);
    }
    return file;
  }

  private void make(Path file, Path folder, Worker sharp) throws IOException {
    switch (this) {
      case JPEG, JPEG_JAVA -> ImageIO.write(PaintedPhoto.of(WIDTH, HEIGHT), "jpeg", file.toFile());
      case JPEG_PROGRESSIVE, JPEG_PROGRESSIVE_JAVA ->
          convert(sharp, JPEG.file(folder, sharp), file, "jpeg-progressive");
      case JPEG_CMYK -> convert(sharp, JPEG.file(folder, sharp), file, "jpeg-cmyk");
      case PNG -> ImageIO.write(shapes(), "png", file.toFile());
      case PNG_INTERLACED -> convert(sharp, PNG.file(folder, sharp), file, "png-interlaced");
      case PNG_RGBA16 -> ImageIO.write(DeepPicture.of(shapes()), "png", file.toFile());
      case GIF -> ImageIO.write(indexed(BufferedImage.TYPE_BYTE_INDEXED), "gif", file.toFile());
      case BMP -> ImageIO.write(PaintedPhoto.of(BMP_WIDTH, BMP_HEIGHT), "bmp", file.toFile());
      case BMP_INDEXED ->
          ImageIO.write(indexed(BufferedImage.TYPE_BYTE_BINARY), "bmp", file.toFile());
      case TIFF -> tiff(file);
      case WEBP -> convert(sharp, JPEG.file(folder, sharp), file, "webp");
      case WEBP_LOSSLESS -> convert(sharp, PNG.file(folder, sharp), file, "webp-lossless");
    }
  }

  private static void convert(Worker sharp, Path from, Path to, String kind) throws IOException {
    if (sharp == null) {
      throw new IOException("sharp, which makes the file, is missing");
    }
    sharp.convert(from, to, kind);
  }

  private static BufferedImage shapes() {
    return PaintedPhoto.withoutNoise(WIDTH, HEIGHT);
  }

  private static BufferedImage indexed(int type) {
    BufferedImage indexed =
        type == BufferedImage.TYPE_BYTE_BINARY
            ? new BufferedImage(WIDTH, HEIGHT, type, sixteenColours())
            : new BufferedImage(WIDTH, HEIGHT, type);
    Graphics2D graphics = indexed.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_DITHERING, RenderingHints.VALUE_DITHER_DISABLE);
    graphics.drawImage(shapes(), 0, 0, null);
    graphics.dispose();
    return indexed;
  }

  private static IndexColorModel sixteenColours() {
    byte[] levels = new byte[16];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) (17 * i);
    }
    return new IndexColorModel(4, levels.length, levels, levels, levels);
  }

  private static void tiff(Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionType("LZW");
      writer.setOutput(out);
      writer.write(null, new IIOImage(shapes(), null, null), parameters);
    } finally {
      writer.dispose();
    }
  }
}
