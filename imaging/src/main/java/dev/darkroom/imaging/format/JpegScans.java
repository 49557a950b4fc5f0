package dev.darkroom.imaging.format;

import dev.darkroom.imaging.UnreadableImage;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The scans of a JPEG as far as they are complete.
 *
 * <p>A progressive JPEG sends the coefficients of all blocks in scans of some frequencies each, and
 * refines some of them later. The share that is there is taken as the share of coefficients whose
 * first scan is complete, weighed by the blocks of their component.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81, annex G</a>
 */
final class JpegScans {
  /**
   * Scripts of encoders have about ten. Each scan makes a decoder go over the whole picture, so
   * that a small file of very many keeps it busy for hours; and native code cannot be stopped.
   */
  private static final int MOST = 100;

  private static final int COEFFICIENTS = 64;

  private final Map<Integer, BitSet> known = new HashMap<>();
  private int count;

  /** Where coded data ends: at the next marker that is no restart, or at the end of the file. */
  static long codedDataEnd(byte[] file, int start) {
    int at = start;
    while (at + 1 < file.length) {
      if (file[at] != (byte) 0xFF) {
        at++;
        continue;
      }
      int marker = file[at + 1] & 0xFF;
      if (marker == 0xFF) {
        at++;
      } else if (marker == 0 || JpegMarkers.standsAlone(marker)) {
        at += 2;
      } else {
        return at;
      }
    }
    return file.length;
  }

  /** Counts a scan that begins. */
  void begin() {
    if (++count > MOST) {
      throw UnreadableImage.unsupported("a JPEG in more than " + MOST + " scans");
    }
  }

  /**
   * Notes a scan whose data is all there.
   *
   * @param header what follows the length of the start of scan
   */
  void complete(byte[] header) {
    int components = header.length == 0 ? 0 : header[0];
    int at = 1 + 2 * components;
    if (components < 1 || header.length < at + 3) {
      return;
    }
    int first = header[at] & 0xFF;
    int last = header[at + 1] & 0xFF;
    boolean refines = (header[at + 2] & 0xF0) != 0;
    if (refines || first > last || last >= COEFFICIENTS) {
      return;
    }
    for (int i = 0; i < components; i++) {
      known.computeIfAbsent(header[1 + 2 * i] & 0xFF, id -> new BitSet()).set(first, last + 1);
    }
  }

  /** The share of coefficients that are known at least coarsely, 0–100. */
  int percent(JpegFrame frame) {
    int all = 0;
    int there = 0;
    for (JpegFrame.Component component : frame.components()) {
      all += component.share() * COEFFICIENTS;
      BitSet bits = known.get(component.id());
      there += component.share() * (bits == null ? 0 : bits.cardinality());
    }
    return there * 100 / all;
  }
}
