package dev.darkroom.local.rekognition;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Pictures made for tests. */
final class Pictures {
  private Pictures() {}

  static byte[] encode(BufferedImage picture, String format) throws IOException {
    var file = new ByteArrayOutputStream();
    if (!ImageIO.write(picture, format, file)) {
      throw new IOException("There is no writer for " + format + ".");
    }
    return file.toByteArray();
  }

  static byte[] png(int width, int height) throws IOException {
    return encode(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png");
  }

  /**
   * A picture whose left part, up to a ratio of the width, is of one colour, the rest of another.
   */
  static BufferedImage halves(Color left, Color right, double ratio) {
    var picture = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(right);
    graphics.fillRect(0, 0, 200, 100);
    graphics.setColor(left);
    graphics.fillRect(0, 0, (int) (200 * ratio), 100);
    graphics.dispose();
    return picture;
  }

  /** Puts an Exif block with an orientation behind a JPEG's first marker. */
  static byte[] withOrientation(byte[] jpeg, int orientation) throws IOException {
    byte[] exif = {
      (byte) 0xff,
      (byte) 0xe1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
    var file = new ByteArrayOutputStream();
    file.write(jpeg, 0, 2);
    file.write(exif);
    file.write(jpeg, 2, jpeg.length - 2);
    return file.toByteArray();
  }
}
