package dev.darkroom.imaging;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures among the resources; their README says how they were made. */
public final class Fixture {
  private Fixture() {}

  public static byte[] bytes(String name) {
    try (InputStream file = Fixture.class.getResourceAsStream("/pictures/" + name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the others show, with its alpha. */
  public static BufferedImage cat() {
    try {
      return ImageIO.read(new ByteArrayInputStream(bytes("cat.png")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
