package dev.darkroom.imaging.format;

import dev.darkroom.imaging.ImageFormat;
import dev.darkroom.imaging.UnreadableImage;
import dev.darkroom.imaging.UnreadableImage.Reason;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;

/** Tells a file's format from its first bytes; names and declared types are not looked at. */
public final class FormatSniffer {
  /** How many bytes are looked at. */
  public static final int HEAD_BYTES = 32;

  private FormatSniffer() {}

  /**
   * Sniffs a file.
   *
   * @param in at its beginning; it is left behind the head
   * @throws UnreadableImage when the format is not one of {@link ImageFormat}
   */
  public static ImageFormat sniff(ImageInputStream in) throws IOException {
    byte[] head = head(in);
    if (head.length == 0) {
      throw new UnreadableImage(
          Reason.EMPTY_FILE, "The file is empty. Choose the photo again and upload it.");
    }
    for (ImageFormat format : ImageFormat.values()) {
      if (FileLayout.of(format).startsIn(head)) {
        return format;
      }
    }
    throw ForeignFormat.of(head)
        .map(foreign -> UnreadableImage.unsupported(foreign.name()))
        .orElseGet(
            () ->
                new UnreadableImage(
                    Reason.NOT_A_PICTURE,
                    "The file is not a picture, whatever its name says."
                        + " Upload a JPEG, PNG, GIF or BMP file."));
  }

  private static byte[] head(ImageInputStream in) throws IOException {
    byte[] head = new byte[HEAD_BYTES];
    int filled = 0;
    while (filled < head.length) {
      int read = in.read(head, filled, head.length - filled);
      if (read < 0) {
        break;
      }
      filled += read;
    }
    return Arrays.copyOf(head, filled);
  }
}
