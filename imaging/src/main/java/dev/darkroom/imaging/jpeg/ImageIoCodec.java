package dev.darkroom.imaging.jpeg;

import dev.darkroom.imaging.Orientation;
import dev.darkroom.imaging.PixelSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What the JDK has: it encodes, with Huffman tables made for the picture, and knows no scales. */
final class ImageIoCodec implements JpegCodec {

  @Override
  public String name() {
    return "ImageIO";
  }

  @Override
  public boolean isNative() {
    return false;
  }

  /** Nothing: at full size ImageIO's reader does the same and tells what is wrong with a file. */
  @Override
  public Optional<BufferedImage> decode(
      byte[] file, PixelSize stored, JpegScale scale, Orientation orientation) {
    return Optional.empty();
  }

  @Override
  public byte[] encode(BufferedImage picture, JpegProcess process) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), parameters(writer, process));
    } catch (IOException e) {
      throw new UncheckedIOException("Encoding a picture in memory failed", e);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }

  private static ImageWriteParam parameters(ImageWriter writer, JpegProcess process) {
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(QUALITY / 100f);
    if (process == JpegProcess.PROGRESSIVE) {
      parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    } else if (parameters instanceof JPEGImageWriteParam jpeg) {
      jpeg.setOptimizeHuffmanTables(true);
    }
    return parameters;
  }
}
