package dev.darkroom.bench.photos;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Soft shapes under noise: a picture whose JPEG has about a photo's size. */
public final class PaintedPhoto {
  private static final int SHAPES = 400;
  private static final int NOISE = 16;

  private PaintedPhoto() {}

  /** The same picture each time. */
  public static BufferedImage of(int width, int height) {
    BufferedImage picture = withoutNoise(width, height);
    Random random = new Random(6);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int noise = random.nextInt(NOISE);
        int level = noise << 16 | noise << 8 | noise;
        picture.setRGB(x, y, (picture.getRGB(x, y) & 0xF0F0F0) | level);
      }
    }
    return picture;
  }

  /** The shapes alone, which lossless formats write small. */
  public static BufferedImage withoutNoise(int width, int height) {
    Random random = new Random(6);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    for (int i = 0; i < SHAPES; i++) {
      graphics.setColor(new Color(random.nextInt(1 << 24)));
      graphics.fillOval(
          random.nextInt(width),
          random.nextInt(height),
          width / 60 + random.nextInt(width / 5),
          height / 40 + random.nextInt(height / 5));
    }
    graphics.dispose();
    return picture;
  }

  /** A JPEG of 6 megapixels. */
  public static byte[] sixMegapixels() throws IOException {
    return jpeg(3000, 2000);
  }

  /** A JPEG of this many pixels. */
  public static byte[] jpeg(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(of(width, height), "jpeg", bytes);
    return bytes.toByteArray();
  }
}
