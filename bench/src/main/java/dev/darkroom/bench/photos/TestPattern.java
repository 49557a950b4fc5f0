package dev.darkroom.bench.photos;

import dev.darkroom.imaging.PixelSize;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * A grey picture that is finer than a small rendition can show. What a rendition shows of it
 * besides its mean is aliasing.
 */
public record TestPattern(Kind kind, PixelSize size, int phase) {
  private static final int DARK = 32;
  private static final int BRIGHT = 224;
  private static final float QUALITY = 0.95f;

  /** Odd in one edge or both, so that no reduction comes out even. */
  private static final List<PixelSize> SIZES =
      List.of(new PixelSize(2999, 1999), new PixelSize(2561, 1920));

  /** What is drawn. */
  public enum Kind {
    COLUMNS("columns of 1 px"),
    ROWS("rows of 1 px"),
    CHECKERBOARD("checkerboard of 1 px"),
    COLUMNS_OF_THREE("1 px in 3, columns"),
    ZONE_PLATE("zone plate, outside of what 160 px can show");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /** Every kind in several sizes and phases. */
  public static List<TestPattern> all() {
    List<TestPattern> patterns = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (PixelSize size : SIZES) {
        for (int phase = 0; phase < 2; phase++) {
          patterns.add(new TestPattern(kind, size, phase));
        }
      }
    }
    return patterns;
  }

  public String name() {
    return kind + "-" + size.width() + "x" + size.height() + "-" + phase;
  }

  public BufferedImage draw() {
    BufferedImage picture =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        picture.getRaster().setSample(x, y, 0, level(x, y));
      }
    }
    return picture;
  }

  private int level(int x, int y) {
    return switch (kind) {
      case COLUMNS -> (x + phase) % 2 == 0 ? DARK : BRIGHT;
      case ROWS -> (y + phase) % 2 == 0 ? DARK : BRIGHT;
      case CHECKERBOARD -> (x + y + phase) % 2 == 0 ? DARK : BRIGHT;
      case COLUMNS_OF_THREE -> (x + phase) % 3 == 0 ? DARK : BRIGHT;
      case ZONE_PLATE -> zonePlate(x, y);
    };
  }

  /** Rings that become finer outwards, down to one in 2 px where the left and right edges are. */
  private int zonePlate(int x, int y) {
    double across = x - size.width() / 2.0;
    double down = y - size.height() / 2.0;
    double angle = Math.PI * (across * across + down * down) / size.width() + phase * Math.PI / 2;
    return (int) Math.round((DARK + BRIGHT) / 2.0 + (BRIGHT - DARK) / 2.0 * Math.cos(angle));
  }

  /**
   * Whether a pixel of a rendition stands for a part that is too fine to be shown.
   *
   * @param rendition the size of the rendition
   */
  public boolean isTooFine(PixelSize rendition, int x, int y) {
    if (kind != Kind.ZONE_PLATE) {
      return true;
    }
    double across = x + 0.5 - rendition.width() / 2.0;
    double down = y + 0.5 - rendition.height() / 2.0;
    // The distance, in pixels of the rendition, where the rings are 1 px wide there; and a half on.
    double limit = 0.5 * rendition.width() * rendition.width() / size.width();
    return Math.hypot(across, down) > 1.5 * limit;
  }

  /** Writes a JPEG of quality 95, so that the way from JPEG to JPEG is tested. */
  public void write(Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(draw(), null, null), parameters);
    } finally {
      writer.dispose();
    }
  }
}
