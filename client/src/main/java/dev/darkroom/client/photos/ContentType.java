package dev.darkroom.client.photos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The media type of a picture by its first bytes; its name has no say. */
public final class ContentType {
  private static final int HEAD = 32;
  private static final String BMP_HEADER_SIZES = "\f(48@l|";

  private ContentType() {}

  /** The type of a file, if it is one of the six that Darkroom reads. */
  public static Optional<String> of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in.readNBytes(HEAD));
    }
  }

  /** The type of a file that begins so. */
  static Optional<String> of(byte[] head) {
    String text = new String(head, ISO_8859_1);
    if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of("image/jpeg");
    }
    if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of("image/png");
    }
    if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
      return Optional.of("image/gif");
    }
    if (isTiff(text)) {
      return Optional.of("image/tiff");
    }
    if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
      return Optional.of("image/webp");
    }
    return isBmp(text) ? Optional.of("image/bmp") : Optional.empty();
  }

  /** In either byte order, with offsets of 4 bytes or, as BigTIFF, of 8. */
  private static boolean isTiff(String head) {
    return head.startsWith("II*\0")
        || head.startsWith("MM\0*")
        || head.startsWith("II+\0")
        || head.startsWith("MM\0+");
  }

  /** Two letters are little: the size of the second header, of which there are few, counts too. */
  private static boolean isBmp(String head) {
    return head.startsWith("BM")
        && head.length() > 17
        && BMP_HEADER_SIZES.indexOf(head.charAt(14)) >= 0
        && head.startsWith("\0\0\0", 15);
  }
}
