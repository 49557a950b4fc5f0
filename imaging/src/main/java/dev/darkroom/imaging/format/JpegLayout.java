package dev.darkroom.imaging.format;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.Orientation;
import dev.darkroom.imaging.UnreadableImage;
import dev.darkroom.imaging.metadata.ExifBlock;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;

/**
 * JPEG: marker segments, and coded data behind each start of scan.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81, annex B</a>
 */
public final class JpegLayout implements FileLayout {
  private static final Signature START = Signature.at(0, "\u00ff\u00d8\u00ff");
  private static final Signature EXIF = Signature.at(0, "Exif\0\0");
  private static final int START_OF_IMAGE = 0xD8;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int START_OF_SCAN = 0xDA;
  private static final int APP1 = 0xE1;

  /** Cameras leave padding between segments; more than this is not padding. */
  private static final int MOST_PADDING = 65_536;

  @Override
  public boolean startsIn(byte[] head) {
    return START.isIn(head);
  }

  @Override
  public Orientation readHead(ImageInputStream in, DecodeLimits limit) throws IOException {
    Orientation orientation = Orientation.NORMAL;
    boolean exifSeen = false;
    boolean frameSeen = false;
    in.seek(2);
    while (true) {
      int marker = nextMarker(in);
      if (marker == END_OF_IMAGE) {
        throw UnreadableImage.damaged("it holds no picture");
      }
      if (standsAlone(marker)) {
        continue;
      }
      byte[] segment = segment(in);
      if (marker == START_OF_SCAN) {
        if (!frameSeen) {
          throw UnreadableImage.damaged("its picture data has no header");
        }
        return orientation;
      }
      if (JpegFrame.isFrame(marker)) {
        JpegFrame.check(marker, segment);
        frameSeen = true;
      } else if (marker == APP1 && !exifSeen && EXIF.isIn(segment)) {
        exifSeen = true;
        orientation = ExifBlock.read(Arrays.copyOfRange(segment, 6, segment.length)).orientation();
      }
    }
  }

  @Override
  public boolean isComplete(byte[] file) {
    int at = 2;
    while (true) {
      // Within coded data 0xFF is followed by 0 or by a restart marker.
      while (at < file.length && file[at] != (byte) 0xFF) {
        at++;
      }
      while (at < file.length && file[at] == (byte) 0xFF) {
        at++;
      }
      if (at >= file.length) {
        return false;
      }
      int marker = file[at++] & 0xFF;
      if (marker == END_OF_IMAGE) {
        return true;
      }
      if (marker == 0 || standsAlone(marker)) {
        continue;
      }
      if (at + 2 > file.length) {
        return false;
      }
      at += Math.max(2, ((file[at] & 0xFF) << 8) | (file[at + 1] & 0xFF));
    }
  }

  private static int nextMarker(ImageInputStream in) throws IOException {
    int padding = 0;
    int previous = 0;
    while (true) {
      int next = in.readUnsignedByte();
      if (previous == 0xFF && next != 0xFF && next != 0) {
        return next;
      }
      previous = next;
      if (++padding > MOST_PADDING) {
        throw UnreadableImage.damaged("its header is overwritten");
      }
    }
  }

  private static byte[] segment(ImageInputStream in) throws IOException {
    int length = in.readUnsignedShort();
    if (length < 2) {
      throw UnreadableImage.damaged("its header is overwritten");
    }
    byte[] segment = new byte[length - 2];
    in.readFully(segment);
    return segment;
  }

  private static boolean standsAlone(int marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= START_OF_IMAGE);
  }
}
