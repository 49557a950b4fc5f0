package dev.darkroom.imaging.decode;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.darkroom.imaging.ImageFormat;
import dev.darkroom.imaging.PixelSize;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/**
 * An ImageIO reader on the first picture of one file.
 *
 * <p>JPEG, PNG, GIF and BMP are read by the JDK, TIFF and WebP by TwelveMonkeys, whatever else the
 * registry of ImageIO holds.
 */
final class PictureReader implements AutoCloseable {
  private static final String JDK_MODULE = "java.desktop";

  private final ImageReader reader;
  private final ReadingProgress progress = new ReadingProgress();

  private PictureReader(ImageReader reader) {
    this.reader = reader;
  }

  static PictureReader open(ImageFormat format, ImageInputStream in) throws IOException {
    PictureReader opened = new PictureReader(reader(format));
    opened.reader.addIIOReadProgressListener(opened.progress);
    opened.reader.addIIOReadWarningListener(opened.progress);
    opened.reader.setInput(in, false, true);
    return opened;
  }

  PixelSize size() throws IOException {
    return new PixelSize(reader.getWidth(0), reader.getHeight(0));
  }

  BufferedImage read() throws IOException {
    ImageReadParam parameters = reader.getDefaultReadParam();
    if (reader.getOriginatingProvider() instanceof TIFFImageReaderSpi) {
      // Its default takes colours that are multiplied by alpha for others.
      parameters.setDestinationType(reader.getRawImageType(0));
    }
    return reader.read(0, parameters);
  }

  /** The samples as they are stored, for inks. */
  Raster readRaster() throws IOException {
    return reader.readRaster(0, null);
  }

  /** How far reading came, and what it complained of. */
  ReadingProgress progress() {
    return progress;
  }

  /** Asks a reader that another thread is in to stop at its next row. */
  void abort() {
    reader.abort();
  }

  @Override
  public void close() {
    reader.dispose();
  }

  private static ImageReader reader(ImageFormat format) throws IOException {
    return switch (format) {
      case JPEG, PNG, GIF, BMP -> ofJdk(format);
      case TIFF -> new TIFFImageReaderSpi().createReaderInstance();
      case WEBP -> new WebPImageReaderSpi().createReaderInstance();
    };
  }

  private static ImageReader ofJdk(ImageFormat format) throws IOException {
    Iterator<ImageReaderSpi> providers =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
    while (providers.hasNext()) {
      ImageReaderSpi provider = providers.next();
      boolean jdk = JDK_MODULE.equals(provider.getClass().getModule().getName());
      if (jdk && provider.getFormatNames()[0].equalsIgnoreCase(format.name())) {
        return provider.createReaderInstance();
      }
    }
    // An error, so that a broken runtime is not laid to the file.
    throw new ServiceConfigurationError("The JDK has no reader for " + format);
  }
}
