package dev.darkroom.imaging.decode;

import dev.darkroom.imaging.ImageFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** An ImageIO reader on the first picture of one file. */
public final class PictureReader implements AutoCloseable {
  private final ImageReader reader;
  private final ReadingProgress progress = new ReadingProgress();

  private PictureReader(ImageReader reader) {
    this.reader = reader;
  }

  public static PictureReader open(ImageFormat format, ImageInputStream in) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
    if (!readers.hasNext()) {
      // An error, so that a broken runtime is not laid to the file.
      throw new ServiceConfigurationError("ImageIO has no reader for " + format);
    }
    PictureReader opened = new PictureReader(readers.next());
    in.seek(0);
    opened.reader.addIIOReadProgressListener(opened.progress);
    opened.reader.addIIOReadWarningListener(opened.progress);
    // Not "seek forward only": that would flush the head, which is read twice.
    opened.reader.setInput(in, false, true);
    return opened;
  }

  public int width() throws IOException {
    return reader.getWidth(0);
  }

  public int height() throws IOException {
    return reader.getHeight(0);
  }

  public BufferedImage read() throws IOException {
    return reader.read(0);
  }

  /** How far {@link #read()} came, and what it complained of. */
  public ReadingProgress progress() {
    return progress;
  }

  @Override
  public void close() {
    reader.dispose();
  }
}
