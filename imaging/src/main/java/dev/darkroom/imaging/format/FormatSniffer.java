package dev.darkroom.imaging.format;

import dev.darkroom.imaging.ImageFormat;
import dev.darkroom.imaging.UnreadableImage;
import dev.darkroom.imaging.UnreadableImage.Reason;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;

/** Tells a file's format from its first bytes; names and declared types are not looked at. */
public final class FormatSniffer {
  /** How many bytes are looked at to tell the formats that are accepted. */
  static final int HEAD_BYTES = 32;

  private FormatSniffer() {}

  /**
   * Sniffs a file.
   *
   * @param in at its beginning; it is left behind what was looked at
   * @throws UnreadableImage when the format is not one of {@link ImageFormat}
   */
  public static ImageFormat sniff(ImageInputStream in) throws IOException {
    byte[] head = head(in, new byte[0], HEAD_BYTES);
    if (head.length == 0) {
      throw new UnreadableImage(
          Reason.EMPTY_FILE, "The file is empty. Choose the photo again and upload it.");
    }
    for (ImageFormat format : ImageFormat.values()) {
      if (FileLayout.of(format).startsIn(head)) {
        return format;
      }
    }
    throw ForeignFormat.refusal(head(in, head, ForeignFormat.HEAD_BYTES));
  }

  private static byte[] head(ImageInputStream in, byte[] start, int length) throws IOException {
    byte[] head = Arrays.copyOf(start, length);
    int filled = start.length;
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
