package dev.darkroom.imaging.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ServiceConfigurationError;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeType;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.mime.MimeTypesFactory;

/**
 * The registry of types of Apache Tika, asked for content alone.
 *
 * <p>Reading it takes a third of a second. It is read for the first file that is none of the
 * accepted formats, and then kept. What it lacks is in {@code more-magic.xml}.
 *
 * @see <a href="https://tika.apache.org/3.3.0/detection.html">Content detection</a>
 */
final class MagicNumbers {
  private MagicNumbers() {}

  /**
   * Tells the type by magic numbers, and of XML by its root.
   *
   * @param head the first bytes of a file
   * @return {@code application/octet-stream} for what is not known
   */
  static MimeType detect(byte[] head) {
    MimeTypes types = Registry.TYPES;
    try {
      return types.forName(
          types.detect(new ByteArrayInputStream(head), new Metadata()).getBaseType().toString());
    } catch (MimeTypeException e) {
      throw new IllegalStateException("The registry names a type that it does not know", e);
    } catch (IOException e) {
      throw new IllegalStateException("Bytes in memory cannot be read", e);
    }
  }

  private static final class Registry {
    private static final MimeTypes TYPES = read();

    private static MimeTypes read() {
      try {
        return MimeTypesFactory.create(
            "tika-mimetypes.xml", "dev/darkroom/imaging/format/more-magic.xml");
      } catch (IOException | MimeTypeException e) {
        throw new ServiceConfigurationError("The registry of types cannot be read", e);
      }
    }
  }
}
