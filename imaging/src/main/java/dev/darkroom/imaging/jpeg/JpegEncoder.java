package dev.darkroom.imaging.jpeg;

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

/** Encodes a picture as baseline JPEG, 4:2:0, with a JFIF header and no other metadata. */
public final class JpegEncoder {
  public static final String CONTENT_TYPE = "image/jpeg";

  /** On ImageIO's scale of 0 to 1. */
  public static final float QUALITY = 0.80f;

  private JpegEncoder() {}

  public static byte[] encode(BufferedImage picture) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException("Encoding a picture in memory failed", e);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }
}
