package dev.darkroom.bench.ways;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** ImageIO as tutorials use it, but without its temporary files. */
final class ImageIoJpeg {
  private ImageIoJpeg() {}

  static BufferedImage decode(byte[] file) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file));
    if (picture == null) {
      throw new IOException("ImageIO has no reader for this format");
    }
    return picture;
  }

  static byte[] encode(BufferedImage picture) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(DefaultSizes.QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }
}
