package dev.darkroom.imaging;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageWriterSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Pictures made for tests, and their files. */
public final class Pictures {
  private Pictures() {}

  /** A gradient with some noise, so that coded data is spread over the whole file. */
  public static BufferedImage scenery(int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random noise = new Random(7);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(
            x, y, ((x * 255 / width) << 16) | ((y * 255 / height) << 8) | noise.nextInt(64));
      }
    }
    return picture;
  }

  /** White with a red top left corner and a blue top right one, each a quarter of an edge long. */
  public static BufferedImage markedCorners(int width, int height) {
    BufferedImage picture = plain(width, height, Color.WHITE);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 4, height / 4);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width - width / 4, 0, width / 4, height / 4);
    graphics.dispose();
    return picture;
  }

  public static BufferedImage plain(int width, int height, Color colour) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return picture;
  }

  public static byte[] file(ImageFormat format, BufferedImage picture) {
    if (format == ImageFormat.WEBP) {
      return LosslessWebp.file(picture);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(picture, format.name(), out)) {
        throw new IllegalArgumentException("ImageIO does not write this as " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A PNG of one grey level and one opacity, written by hand since ImageIO does not. */
  public static byte[] greyAlphaPng(int width, int height, int grey, int opacity) {
    byte[] rows = new byte[height * (1 + 2 * width)];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * (1 + 2 * width) + 1 + 2 * x;
        rows[at] = (byte) grey;
        rows[at + 1] = (byte) opacity;
      }
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] header =
        ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 4).array();
    return Splice.join(
        Splice.latin1("\u0089PNG\r\n\u001a\n"),
        Splice.pngChunk("IHDR", header),
        Splice.pngChunk("IDAT", packed.toByteArray()),
        Splice.pngChunk("IEND", new byte[0]));
  }

  public static byte[] progressiveJpeg(BufferedImage picture) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    return written(writer, parameters, new IIOImage(picture, null, null));
  }

  /** A JPEG whose three components have the same resolution. */
  public static byte[] fullChromaJpeg(BufferedImage picture) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    ImageTypeSpecifier type = ImageTypeSpecifier.createFromRenderedImage(picture);
    IIOMetadata metadata = writer.getDefaultImageMetadata(type, parameters);
    String format = metadata.getNativeMetadataFormatName();
    Node tree = metadata.getAsTree(format);
    Element frame = (Element) ((Element) tree).getElementsByTagName("sof").item(0);
    NodeList components = frame.getElementsByTagName("componentSpec");
    for (int i = 0; i < components.getLength(); i++) {
      ((Element) components.item(i)).setAttribute("HsamplingFactor", "1");
      ((Element) components.item(i)).setAttribute("VsamplingFactor", "1");
    }
    try {
      metadata.setFromTree(format, tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return written(writer, parameters, new IIOImage(picture, null, metadata));
  }

  public static byte[] cmykJpeg(int width, int height) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    WritableRaster inks = Raster.createInterleavedRaster(0, width, height, 4, null);
    return written(writer, writer.getDefaultWriteParam(), new IIOImage(inks, null, null));
  }

  /**
   * A TIFF of one page for each picture.
   *
   * @param compression as TwelveMonkeys calls it
   */
  public static byte[] tiff(String compression, BufferedImage... pages) {
    ImageWriter writer = new TIFFImageWriterSpi().createWriterInstance(null);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream target = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionType(compression);
      writer.setOutput(target);
      writer.prepareWriteSequence(null);
      for (BufferedImage page : pages) {
        writer.writeToSequence(new IIOImage(page, null, null), parameters);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** A TIFF without compression, in strips of one row, whose directory stands before them. */
  public static byte[] stripedTiff(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int tables = 8 + 2 + 9 * 12 + 4;
    int data = tables + 8 * height;
    ByteBuffer file = ByteBuffer.allocate(data + 3 * width * height);
    file.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) 9);
    int[][] fields = {
      {256, 4, 1, width},
      {257, 4, 1, height},
      {258, 4, 1, 8},
      {259, 4, 1, 1},
      {262, 4, 1, 2},
      {273, 4, height, tables},
      {277, 4, 1, 3},
      {278, 4, 1, 1},
      {279, 4, height, tables + 4 * height}
    };
    for (int[] field : fields) {
      file.putShort((short) field[0]).putShort((short) field[1]).putInt(field[2]).putInt(field[3]);
    }
    file.putInt(0);
    for (int y = 0; y < height; y++) {
      file.putInt(data + 3 * width * y);
    }
    for (int y = 0; y < height; y++) {
      file.putInt(3 * width);
    }
    for (int i = 0; i < width * height; i++) {
      int rgb = picture.getRGB(i % width, i / width);
      file.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
    }
    return file.array();
  }

  public static byte[] runLengthBmp(BufferedImage indexed) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("bmp").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionType("BI_RLE8");
    return written(writer, parameters, new IIOImage(indexed, null, null));
  }

  private static byte[] written(ImageWriter writer, ImageWriteParam parameters, IIOImage picture) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream target = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(target);
      writer.write(null, picture, parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
