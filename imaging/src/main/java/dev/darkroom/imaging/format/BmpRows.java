package dev.darkroom.imaging.format;

/** Tells how many rows of a BMP are there. */
final class BmpRows {
  private BmpRows() {}

  static Extent extent(byte[] file, BmpHeader header) {
    if (header.pixels() > file.length) {
      return Extent.cutAt(0);
    }
    if (header.compression() == BmpHeader.RLE8 || header.compression() == BmpHeader.RLE4) {
      return Extent.of(runsEnd(file, header.pixels(), header.compression()));
    }
    long rowBytes = ((long) header.size().width() * header.bitsPerPixel() + 31) / 32 * 4;
    long needed = rowBytes * header.size().height();
    long there = file.length - header.pixels();
    return there >= needed ? Extent.WHOLE : Extent.cutAt((int) (there * 100 / needed));
  }

  /** Follows run-length codes to the end-of-bitmap code. */
  private static boolean runsEnd(byte[] file, long start, int compression) {
    long at = start;
    while (at + 2 <= file.length) {
      int count = file[(int) at];
      int code = file[(int) at + 1] & 0xFF;
      at += 2;
      if (count != 0) {
        continue;
      }
      if (code == 1) {
        return true;
      } else if (code == 2) {
        at += 2;
      } else if (code > 2) {
        int bytes = compression == BmpHeader.RLE8 ? code : (code + 1) / 2;
        at += bytes + (bytes & 1);
      }
    }
    return false;
  }
}
