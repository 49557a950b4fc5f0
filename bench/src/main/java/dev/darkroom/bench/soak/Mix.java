package dev.darkroom.bench.soak;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.darkroom.bench.photos.PaintedPhoto;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Which file comes when: a hundred in an order of no pattern, then the same again. */
final class Mix {
  private static final int SEED = 5;

  private final List<Kind> cycle = new ArrayList<>();

  Mix() throws IOException {
    byte[] middle = PaintedPhoto.jpeg(1600, 1200);
    Kind good = Kind.good("JPEG, 1.9 MP", "image/jpeg", middle);
    add(24, Kind.good("JPEG, 0.3 MP", "image/jpeg", PaintedPhoto.jpeg(640, 480)));
    add(20, good);
    add(10, Kind.good("JPEG, 6 MP", "image/jpeg", PaintedPhoto.sixMegapixels()));
    add(6, Kind.good("PNG, 1.1 MP", "image/png", shapes("png", 1200, 900)));
    add(4, Kind.good("GIF, 0.5 MP", "image/gif", shapes("gif", 800, 600)));
    add(4, Kind.good("TIFF, 0.5 MP", "image/tiff", shapes("tiff", 800, 600)));
    add(2, Kind.good("BMP, 0.3 MP", "image/bmp", shapes("bmp", 640, 480)));
    add(1, Kind.huge("JPEG, 50 MP", "image/jpeg", PaintedPhoto.jpeg(8640, 5780)));
    add(1, Kind.huge("BMP, 25 MiB", "image/bmp", shapes("bmp", 3456, 2528)));
    add(4, Kind.bad("JPEG cut in half", "image/jpeg", Arrays.copyOf(middle, middle.length / 2)));
    add(
        4,
        Kind.bad("text", "image/jpeg", "This is not a picture.\n".repeat(400).getBytes(US_ASCII)));
    add(4, Kind.bad("PNG, 64 MP", "image/png", tooManyPixels()));
    add(8, good.repeated(Kind.Repeat.EVENT));
    add(8, good.repeated(Kind.Repeat.PUT));
    Collections.shuffle(cycle, new Random(SEED));
  }

  /** The file of an upload, counted from 0. */
  Kind of(int upload) {
    return cycle.get(upload % cycle.size());
  }

  /** How many uploads there are before they repeat. */
  int size() {
    return cycle.size();
  }

  private void add(int times, Kind kind) {
    cycle.addAll(Collections.nCopies(times, kind));
  }

  private static byte[] shapes(String format, int width, int height) throws IOException {
    return bytes(format, PaintedPhoto.withoutNoise(width, height));
  }

  /** A small file: one bit a pixel, all black. */
  private static byte[] tooManyPixels() throws IOException {
    return bytes("png", new BufferedImage(8000, 8000, BufferedImage.TYPE_BYTE_BINARY));
  }

  private static byte[] bytes(String format, BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(picture, format, out)) {
      throw new IOException("Java writes no " + format);
    }
    return out.toByteArray();
  }
}
