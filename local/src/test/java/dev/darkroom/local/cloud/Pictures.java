package dev.darkroom.local.cloud;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Picture files for uploads. */
final class Pictures {
  static final Path CAT = Path.of("..", "samples", "chelsea.png");
  static final Path ROCKET = Path.of("..", "samples", "rocket.jpg");

  private Pictures() {}

  /** A picture whose left half is red and whose right half is blue. */
  static byte[] halves(String format, int width, int height) throws IOException {
    return encoded(format, painted(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB)));
  }

  /** Red on the left, blue on the right, and wholly transparent in its lower half. */
  static byte[] transparentPng(int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    painted(image.getSubimage(0, 0, width, height / 2));
    return encoded("png", image);
  }

  /** A GIF that blinks: its first frame is halves, the others are green. */
  static byte[] blinkingGif(int width, int height, int frames) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      BufferedImage frame = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      writer.writeToSequence(new IIOImage(painted(frame), null, null), null);
      Graphics2D graphics = frame.createGraphics();
      graphics.setColor(Color.GREEN);
      graphics.fillRect(0, 0, width, height);
      graphics.dispose();
      for (int i = 1; i < frames; i++) {
        writer.writeToSequence(new IIOImage(frame, null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** A file of the tests' own: of a kind that ImageIO does not write. */
  static byte[] kept(String name) throws IOException {
    try (InputStream file = Pictures.class.getResourceAsStream(name)) {
      return file.readAllBytes();
    }
  }

  /** A JPEG that says by Exif how it has to be turned. */
  static byte[] oriented(int orientation, int width, int height) throws IOException {
    byte[] jpeg = halves("jpeg", width, height);
    ByteBuffer exif = ByteBuffer.allocate(36);
    exif.putShort((short) 0xFFE1).putShort((short) 34);
    exif.put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8});
    exif.putShort((short) 1); // one entry: orientation, a short
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0);
    exif.putInt(0);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(jpeg, 0, 2);
    file.write(exif.array());
    file.write(jpeg, 2, jpeg.length - 2);
    return file.toByteArray();
  }

  /** A file of some kilobytes that decodes to 64 megapixels. */
  static byte[] bomb() throws IOException {
    return encoded("png", new BufferedImage(8000, 8000, BufferedImage.TYPE_BYTE_BINARY));
  }

  static BufferedImage decoded(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file));
  }

  static Path file(Path folder, String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  static boolean isReddish(int rgb) {
    Color color = new Color(rgb);
    return color.getRed() > 200 && color.getBlue() < 60;
  }

  static boolean isBluish(int rgb) {
    Color color = new Color(rgb);
    return color.getBlue() > 200 && color.getRed() < 60;
  }

  private static BufferedImage painted(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, image.getWidth() / 2, image.getHeight());
    graphics.setColor(Color.BLUE);
    graphics.fillRect(image.getWidth() / 2, 0, image.getWidth(), image.getHeight());
    graphics.dispose();
    return image;
  }

  private static byte[] encoded(String format, BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, bytes)) {
      throw new IOException("There is no writer for " + format + ".");
    }
    return bytes.toByteArray();
  }
}
