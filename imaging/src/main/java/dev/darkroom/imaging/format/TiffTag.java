package dev.darkroom.imaging.format;

import java.util.Set;

/**
 * Tags of TIFF by their numbers.
 *
 * @see <a href="https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf">TIFF 6.0</a>
 */
final class TiffTag {
  static final int NEW_SUBFILE_TYPE = 254;
  static final int WIDTH = 256;
  static final int HEIGHT = 257;
  static final int BITS_PER_SAMPLE = 258;
  static final int COMPRESSION = 259;
  static final int PHOTOMETRIC = 262;
  static final int STRIP_OFFSETS = 273;
  static final int ORIENTATION = 274;
  static final int SAMPLES_PER_PIXEL = 277;
  static final int ROWS_PER_STRIP = 278;
  static final int STRIP_BYTE_COUNTS = 279;
  static final int PLANAR = 284;
  static final int COLOUR_MAP = 320;
  static final int TILE_WIDTH = 322;
  static final int TILE_HEIGHT = 323;
  static final int TILE_OFFSETS = 324;
  static final int TILE_BYTE_COUNTS = 325;
  static final int SUB_DIRECTORIES = 330;
  static final int INK_SET = 332;
  static final int INKS = 334;
  static final int EXTRA_SAMPLES = 338;
  static final int SAMPLE_FORMAT = 339;
  static final int JPEG_TABLES = 347;
  static final int ICC_PROFILE = 34_675;
  static final int DNG_VERSION = 50_706;

  private static final int FILL_ORDER = 266;
  private static final int T4_OPTIONS = 292;
  private static final int T6_OPTIONS = 293;
  private static final int PREDICTOR = 317;
  private static final int YCBCR_COEFFICIENTS = 529;
  private static final int YCBCR_SUBSAMPLING = 530;
  private static final int YCBCR_POSITIONING = 531;
  private static final int REFERENCE_BLACK_WHITE = 532;

  /** The tags without which the samples cannot be decoded; all others are metadata. */
  static final Set<Integer> OF_THE_PICTURE =
      Set.of(
          WIDTH,
          HEIGHT,
          BITS_PER_SAMPLE,
          COMPRESSION,
          PHOTOMETRIC,
          FILL_ORDER,
          STRIP_OFFSETS,
          SAMPLES_PER_PIXEL,
          ROWS_PER_STRIP,
          STRIP_BYTE_COUNTS,
          PLANAR,
          T4_OPTIONS,
          T6_OPTIONS,
          PREDICTOR,
          COLOUR_MAP,
          TILE_WIDTH,
          TILE_HEIGHT,
          TILE_OFFSETS,
          TILE_BYTE_COUNTS,
          INK_SET,
          INKS,
          EXTRA_SAMPLES,
          SAMPLE_FORMAT,
          JPEG_TABLES,
          YCBCR_COEFFICIENTS,
          YCBCR_SUBSAMPLING,
          YCBCR_POSITIONING,
          REFERENCE_BLACK_WHITE);

  private TiffTag() {}
}
