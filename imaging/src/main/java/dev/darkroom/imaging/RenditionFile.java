package dev.darkroom.imaging;

import dev.darkroom.imaging.jpeg.JpegCodec;
import dev.darkroom.imaging.jpeg.JpegProcess;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Encodes renditions, without any metadata but what the format itself asks for.
 *
 * <p>JPEG is progressive where that is smaller. Its tables and scan headers weigh in small files
 * only: one of less than {@value #SMALL} bytes is encoded as baseline as well, and the smaller one
 * is kept. Larger ones are a few percent smaller as a rule, and 1 % larger at worst.
 *
 * @param contentType the media type
 * @param bytes the file
 */
record RenditionFile(String contentType, byte[] bytes) {
  private static final String JPEG = JpegCodec.CONTENT_TYPE;
  private static final String PNG = "image/png";
  private static final int SMALL = 20_000;

  /** Encodes a picture in the sRGB colour space. */
  static RenditionFile of(BufferedImage picture, RenditionFormat format) {
    boolean transparent = picture.getColorModel().hasAlpha();
    boolean png = format == RenditionFormat.PNG || (format == RenditionFormat.AUTO && transparent);
    if (png) {
      return new RenditionFile(PNG, png(picture));
    }
    return new RenditionFile(JPEG, jpeg(transparent ? onWhite(picture) : picture));
  }

  Rendition named(String name, PixelSize size) {
    return new Rendition(name, size.width(), size.height(), contentType, bytes);
  }

  private static byte[] jpeg(BufferedImage picture) {
    JpegCodec codec = JpegCodec.inUse();
    byte[] progressive = codec.encode(picture, JpegProcess.PROGRESSIVE);
    if (progressive.length >= SMALL) {
      return progressive;
    }
    byte[] baseline = codec.encode(picture, JpegProcess.BASELINE);
    return progressive.length < baseline.length ? progressive : baseline;
  }

  private static byte[] png(BufferedImage picture) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      // The most that zlib does.
      parameters.setCompressionQuality(0);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException("Encoding a picture in memory failed", e);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }

  private static BufferedImage onWhite(BufferedImage picture) {
    BufferedImage opaque =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = opaque.createGraphics();
    try {
      graphics.drawImage(picture, 0, 0, Color.WHITE, null);
    } finally {
      graphics.dispose();
    }
    return opaque;
  }
}
