package dev.darkroom.local.sweep;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** A file to upload: small, so that much can be tried with it. */
record Photo(String fileName, String contentType, byte[] bytes) {
  /** Just enough for Rekognition, which takes none with less than 80 pixels a side. */
  private static final int WIDTH = 112;

  private static final int HEIGHT = 84;

  static Photo jpeg() throws IOException {
    return new Photo("small.jpg", "image/jpeg", encoded("jpeg"));
  }

  static Photo png() throws IOException {
    return new Photo("small.png", "image/png", encoded("png"));
  }

  /** A JPEG that is cut off behind its header: what is wrong shows in Resize. */
  static Photo cutOff() throws IOException {
    byte[] whole = encoded("jpeg");
    return new Photo("cut.jpg", "image/jpeg", Arrays.copyOf(whole, whole.length / 2));
  }

  /** No picture at all, which Validate sees. */
  static Photo noPicture() {
    byte[] text = "This is no picture, whatever its name says.".repeat(20).getBytes(US_ASCII);
    return new Photo("letter.jpg", "image/jpeg", text);
  }

  private static byte[] encoded(String format) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, WIDTH / 2, HEIGHT);
    graphics.setColor(Color.BLUE);
    graphics.fillOval(WIDTH / 3, HEIGHT / 4, WIDTH / 2, HEIGHT / 2);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, bytes)) {
      throw new IOException("There is no writer for " + format + ".");
    }
    return bytes.toByteArray();
  }
}
