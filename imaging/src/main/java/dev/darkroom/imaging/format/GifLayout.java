package dev.darkroom.imaging.format;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.Orientation;
import javax.imageio.stream.ImageInputStream;

/**
 * GIF: a screen descriptor, then extensions and frames made of sub-blocks, then a trailer.
 *
 * @see <a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF89a</a>
 */
public final class GifLayout implements FileLayout {
  private static final Signature GIF87A = Signature.at(0, "GIF87a");
  private static final Signature GIF89A = Signature.at(0, "GIF89a");
  private static final int SCREEN_FLAGS = 10;
  private static final int AFTER_SCREEN = 13;
  private static final int EXTENSION = 0x21;
  private static final int FRAME = 0x2C;

  @Override
  public boolean startsIn(byte[] head) {
    return GIF87A.isIn(head) || GIF89A.isIn(head);
  }

  /** GIF notes no orientation, and its decoder reads every variant. */
  @Override
  public Orientation readHead(ImageInputStream in, DecodeLimits limit) {
    return Orientation.NORMAL;
  }

  @Override
  public boolean isComplete(byte[] file) {
    if (file.length < AFTER_SCREEN) {
      return false;
    }
    int at = AFTER_SCREEN + colourTableBytes(file[SCREEN_FLAGS]);
    while (at < file.length) {
      int block = file[at];
      if (block == EXTENSION) {
        at = afterSubBlocks(file, at + 2);
      } else if (block == FRAME) {
        if (at + 10 > file.length) {
          return false;
        }
        at = afterSubBlocks(file, at + 11 + colourTableBytes(file[at + 9]));
      } else {
        // The trailer; or what is no block, where every decoder stops as well.
        return true;
      }
    }
    return false;
  }

  private static int afterSubBlocks(byte[] file, int start) {
    int at = start;
    while (at < file.length && file[at] != 0) {
      at += 1 + (file[at] & 0xFF);
    }
    return at + 1;
  }

  private static int colourTableBytes(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }
}
