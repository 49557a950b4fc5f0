package dev.darkroom.local.rekognition;

import dev.darkroom.local.http.AwsError;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes JPEG and PNG files to upright RGB pictures, within Rekognition's limits: 80 to 10 000
 * pixels a side. Transparent parts become white. Pictures of more than 8 megapixels are thinned out
 * while they are read, which bounds the memory a call takes.
 *
 * @see <a href="https://docs.aws.amazon.com/rekognition/latest/dg/limits.html">Guidelines and
 *     quotas</a>
 */
final class PictureDecoder {
  private static final int MIN_SIDE = 80;
  private static final int MAX_SIDE = 10_000;
  private static final double MAX_PIXELS = 8e6;
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private PictureDecoder() {}

  /**
   * Decodes a file.
   *
   * @throws AwsError InvalidImageFormatException when it is no sound JPEG or PNG,
   *     InvalidParameterException when it is too small, ImageTooLargeException when it is too large
   */
  static BufferedImage decode(byte[] file) {
    if (startsWith(file, JPEG)) {
      return upright(read(file, "jpeg"), ExifOrientation.of(file));
    }
    if (startsWith(file, PNG)) {
      return upright(read(file, "png"), new ExifOrientation(1));
    }
    throw invalidFormat();
  }

  private static BufferedImage read(byte[] file, String format) {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      checkSides(width, height);
      ImageReadParam param = reader.getDefaultReadParam();
      int step = (int) Math.ceil(Math.sqrt((double) width * height / MAX_PIXELS));
      param.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, param);
    } catch (AwsError e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The readers of ImageIO answer some broken files with unchecked exceptions.
      throw invalidFormat();
    } finally {
      reader.dispose();
    }
  }

  private static void checkSides(int width, int height) {
    if (Math.min(width, height) < MIN_SIDE) {
      throw AwsError.badRequest("InvalidParameterException", "Request has invalid parameters");
    }
    if (Math.max(width, height) > MAX_SIDE) {
      throw AwsError.badRequest(
          "ImageTooLargeException",
          "Input image dimensions %d x %d exceed maximum dimension size of %d pixels"
              .formatted(width, height, MAX_SIDE));
    }
  }

  private static BufferedImage upright(BufferedImage stored, ExifOrientation orientation) {
    int width = stored.getWidth();
    int height = stored.getHeight();
    var picture =
        new BufferedImage(
            orientation.swapsSides() ? height : width,
            orientation.swapsSides() ? width : height,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    graphics.drawImage(greyAsArgb(stored), orientation.upright(width, height), null);
    graphics.dispose();
    return picture;
  }

  /**
   * Grey with alpha as ARGB. Java takes such greys for linear light and would draw them too bright;
   * grey without alpha it draws as it stands.
   */
  private static BufferedImage greyAsArgb(BufferedImage stored) {
    ColorModel model = stored.getColorModel();
    if (!model.hasAlpha() || model.getColorSpace().getType() != ColorSpace.TYPE_GRAY) {
      return stored;
    }
    int surplusBits = model.getComponentSize(0) - 8;
    Raster raster = stored.getRaster();
    var argb =
        new BufferedImage(stored.getWidth(), stored.getHeight(), BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < stored.getHeight(); y++) {
      for (int x = 0; x < stored.getWidth(); x++) {
        int grey = raster.getSample(x, y, 0) >> surplusBits;
        int alpha = raster.getSample(x, y, 1) >> surplusBits;
        argb.setRGB(x, y, (alpha << 24) | (grey * 0x010101));
      }
    }
    return argb;
  }

  private static boolean startsWith(byte[] file, byte[] signature) {
    return file.length > signature.length
        && Arrays.equals(file, 0, signature.length, signature, 0, signature.length);
  }

  private static AwsError invalidFormat() {
    return AwsError.badRequest("InvalidImageFormatException", "Request has invalid image format");
  }
}
