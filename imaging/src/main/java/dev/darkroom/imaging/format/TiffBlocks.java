package dev.darkroom.imaging.format;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.UnreadableImage;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/**
 * The strips or tiles of a TIFF.
 *
 * @param size of each, in pixels
 * @param offsets where they lie in the file
 * @param lengths how many bytes each has at least; as many as there are offsets
 */
record TiffBlocks(PixelSize size, long[] offsets, long[] lengths) {
  /** The frame header of a JPEG within a TIFF stands near its beginning. */
  private static final int JPEG_HEAD_BYTES = 4_096;

  private static final int OFFSET_BYTES = 4;

  static TiffBlocks read(
      TiffDirectory directory, PixelSize picture, TiffSamples samples, DecodeLimits limits)
      throws IOException {
    boolean tiled = directory.has(TiffTag.TILE_OFFSETS);
    if (!tiled && (directory.has(TiffTag.TILE_WIDTH) || directory.has(TiffTag.TILE_HEIGHT))) {
      throw UnreadableImage.damaged("it has both strips and tiles");
    }
    PixelSize block = tiled ? tile(directory, limits) : strip(directory, picture, limits);
    int needed = needed(picture, block, samples, limits);
    long[] offsets = directory.values(tiled ? TiffTag.TILE_OFFSETS : TiffTag.STRIP_OFFSETS, needed);
    if (offsets.length < needed) {
      throw UnreadableImage.damaged("some of its strips or tiles are missing");
    }
    long[] lengths =
        directory.values(tiled ? TiffTag.TILE_BYTE_COUNTS : TiffTag.STRIP_BYTE_COUNTS, needed);
    if (samples.isPlain() || lengths.length < needed) {
      lengths = lengths(needed, block, picture, samples);
    }
    return new TiffBlocks(block, offsets, lengths);
  }

  private static PixelSize tile(TiffDirectory directory, DecodeLimits limits) throws IOException {
    long width = directory.value(TiffTag.TILE_WIDTH, 0);
    long height = directory.value(TiffTag.TILE_HEIGHT, 0);
    limits.check(width, height);
    return new PixelSize((int) width, (int) height);
  }

  private static PixelSize strip(TiffDirectory directory, PixelSize picture, DecodeLimits limits)
      throws IOException {
    long rows = directory.value(TiffTag.ROWS_PER_STRIP, picture.height());
    int height = (int) Math.min(rows, picture.height());
    limits.check(picture.width(), height);
    return new PixelSize(picture.width(), height);
  }

  private static int needed(
      PixelSize picture, PixelSize block, TiffSamples samples, DecodeLimits limits) {
    long needed =
        steps(picture.width(), block.width())
            * steps(picture.height(), block.height())
            * (samples.planar() ? samples.perPixel() : 1);
    limits.checkAncillary("a table of strips or tiles", needed * OFFSET_BYTES);
    return (int) needed;
  }

  private static long steps(int whole, int part) {
    return (whole + part - 1L) / part;
  }

  /** What blocks without compression have; of others it is only known that they are not empty. */
  private static long[] lengths(
      int count, PixelSize block, PixelSize picture, TiffSamples samples) {
    long[] lengths = new long[count];
    if (!samples.isPlain()) {
      Arrays.fill(lengths, 1);
      return lengths;
    }
    int down = (int) steps(picture.height(), block.height());
    boolean strips = block.width() == picture.width();
    for (int i = 0; i < count; i++) {
      boolean last = strips && i % down == down - 1;
      long rows = last ? picture.height() - (down - 1L) * block.height() : block.height();
      lengths[i] = rows * samples.rowBytes(block.width());
    }
    return lengths;
  }

  /** The share of blocks that are there as a whole. */
  Extent extent(long fileLength) {
    int there = 0;
    for (int i = 0; i < offsets.length; i++) {
      there += isWithin(i, fileLength) ? 1 : 0;
    }
    return there == offsets.length
        ? Extent.WHOLE
        : Extent.cutAt((int) (there * 100L / offsets.length));
  }

  /**
   * Looks into blocks that are JPEG: one that says to be larger than its block would have the
   * decoder make room for it.
   */
  void checkJpegs(byte[] file, DecodeLimits limits) throws IOException {
    for (int i = 0; i < offsets.length; i++) {
      if (isWithin(i, file.length)) {
        checkJpeg(new Slices(file).take(offsets[i], offsets[i] + JPEG_HEAD_BYTES).join(), limits);
      }
    }
  }

  private void checkJpeg(byte[] head, DecodeLimits limits) throws IOException {
    try {
      PixelSize actual = new JpegLayout().readSize(new ByteArraySource(head), limits);
      if (actual.width() > padded(size.width()) || actual.height() > padded(size.height())) {
        throw UnreadableImage.damaged("a part of its picture is larger than it says");
      }
    } catch (EOFException e) {
      throw UnreadableImage.damaged("a part of its picture has no header");
    }
  }

  private static int padded(int edge) {
    return (edge + 15) / 16 * 16;
  }

  private boolean isWithin(int index, long fileLength) {
    return offsets[index] >= 0
        && lengths[index] >= 0
        && lengths[index] <= fileLength
        && offsets[index] <= fileLength - lengths[index];
  }
}
