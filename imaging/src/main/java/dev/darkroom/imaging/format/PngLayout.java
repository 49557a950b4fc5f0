package dev.darkroom.imaging.format;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.Orientation;
import dev.darkroom.imaging.UnreadableImage;
import dev.darkroom.imaging.metadata.ExifBlock;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.stream.ImageInputStream;

/**
 * PNG: chunks of length, type, data and checksum, from IHDR to IEND.
 *
 * <p>An eXIf chunk counts when it stands before the picture data, where its orientation is known in
 * time to whoever reads the file as a stream.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#5DataRep">PNG, third edition, section 5</a>
 */
public final class PngLayout implements FileLayout {
  private static final Signature START = Signature.at(0, "\u0089PNG\r\n\u001a\n");
  private static final int EXIF = 0x65584966;
  private static final int PICTURE_DATA = 0x49444154;
  private static final int END = 0x49454E44;
  private static final int FRAME_BYTES = 12;

  /** No camera writes more; a chunk that says so is not read into memory. */
  private static final int MOST_EXIF_BYTES = 1 << 20;

  @Override
  public boolean startsIn(byte[] head) {
    return START.isIn(head);
  }

  @Override
  public Orientation readHead(ImageInputStream in, DecodeLimits limit) throws IOException {
    Orientation orientation = Orientation.NORMAL;
    in.seek(START.bytes().length);
    while (true) {
      int length = in.readInt();
      int type = in.readInt();
      long next = in.getStreamPosition() + length + 4L;
      if (length < 0) {
        throw UnreadableImage.damaged("its header is overwritten");
      }
      if (type == PICTURE_DATA) {
        return orientation;
      }
      if (type == END) {
        throw UnreadableImage.damaged("it holds no picture");
      }
      if (type == EXIF && length <= MOST_EXIF_BYTES) {
        byte[] tiff = new byte[length];
        in.readFully(tiff);
        orientation = ExifBlock.read(tiff).orientation();
      }
      in.seek(next);
    }
  }

  @Override
  public boolean isComplete(byte[] file) {
    ByteBuffer chunks = ByteBuffer.wrap(file);
    long at = START.bytes().length;
    while (at + FRAME_BYTES <= file.length) {
      int length = chunks.getInt((int) at);
      int type = chunks.getInt((int) at + 4);
      at += FRAME_BYTES + (length & 0xFFFFFFFFL);
      if (type == END) {
        return at <= file.length;
      }
    }
    return false;
  }
}
