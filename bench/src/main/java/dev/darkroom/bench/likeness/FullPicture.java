package dev.darkroom.bench.likeness;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import dev.darkroom.imaging.Orientation;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Decodes a file as a whole, upright, in sRGB, by ImageIO's readers: a way to the pixels that is
 * none of Darkroom's.
 */
public final class FullPicture {
  private FullPicture() {}

  /**
   * Reads a file.
   *
   * @return of {@link BufferedImage#TYPE_INT_RGB}
   * @throws IOException also when ImageIO has no reader for it
   */
  public static BufferedImage read(Path file) throws IOException {
    return upright(stored(file), orientation(file));
  }

  /** Reads a file as it is stored. */
  public static BufferedImage stored(Path file) throws IOException {
    BufferedImage decoded = ImageIO.read(file.toFile());
    if (decoded == null) {
      throw new IOException("ImageIO has no reader for " + file.getFileName());
    }
    BufferedImage rgb =
        new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = rgb.createGraphics();
    graphics.drawImage(decoded, 0, 0, null);
    graphics.dispose();
    return rgb;
  }

  private static Orientation orientation(Path file) throws IOException {
    try {
      ExifIFD0Directory exif =
          ImageMetadataReader.readMetadata(file.toFile())
              .getFirstDirectoryOfType(ExifIFD0Directory.class);
      Integer value = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
      return value == null ? Orientation.NORMAL : Orientation.ofExif(value);
    } catch (ImageProcessingException e) {
      throw new IOException("The metadata of " + file.getFileName() + " cannot be read", e);
    }
  }

  private static BufferedImage upright(BufferedImage stored, Orientation orientation) {
    if (orientation == Orientation.NORMAL) {
      return stored;
    }
    int width = stored.getWidth();
    int height = stored.getHeight();
    int columns = orientation.swapsSides() ? height : width;
    int rows = orientation.swapsSides() ? width : height;
    Orientation.Placement place = orientation.placement(width, height);
    int[] turned = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        turned[place.origin() + x * place.stepX() + y * place.stepY()] = stored.getRGB(x, y);
      }
    }
    BufferedImage upright = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
    upright.setRGB(0, 0, columns, rows, turned, 0, columns);
    return upright;
  }
}
