package dev.darkroom.imaging;

import dev.darkroom.imaging.UnreadableImage.Reason;
import java.time.Duration;
import java.util.Locale;

/**
 * What a file may ask of a decoder. What it declares is believed up to here.
 *
 * @param maxPixels width times height, 1 to {@link #MOST_PIXELS}
 * @param maxFrames the frames or pages that a file may hold, of which the first is used
 * @param maxAncillaryBytes the length of any part that holds no pixels: a profile, an Exif block, a
 *     comment
 * @param time how long one decode may take
 */
public record DecodeLimits(long maxPixels, int maxFrames, int maxAncillaryBytes, Duration time) {
  /** The highest limit on pixels that can be set: four samples a pixel fit into a Java array. */
  public static final long MOST_PIXELS = Integer.MAX_VALUE / 4;

  private static final int FRAMES = 10_000;
  private static final int ANCILLARY_BYTES = 16 << 20;
  private static final Duration TIME = Duration.ofSeconds(60);

  /** Checks the range of each limit. */
  public DecodeLimits {
    if (maxPixels < 1 || maxPixels > MOST_PIXELS) {
      throw new IllegalArgumentException(
          "maxPixels is " + maxPixels + ", but has to be 1 to " + MOST_PIXELS);
    }
    if (maxFrames < 1 || maxAncillaryBytes < 1 || time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("Every limit has to be above zero.");
    }
  }

  /** A limit on pixels, with 10 000 frames, 16 MiB of ancillary data and 60 s besides. */
  public static DecodeLimits ofPixels(long maxPixels) {
    return new DecodeLimits(maxPixels, FRAMES, ANCILLARY_BYTES, TIME);
  }

  /**
   * Refuses a picture that is too large, or has no size.
   *
   * @throws UnreadableImage which names both sizes
   */
  public void check(long width, long height) {
    if (width < 1 || height < 1) {
      throw UnreadableImage.damaged("its picture has no width or no height");
    }
    if (width > Integer.MAX_VALUE || height > Integer.MAX_VALUE || width * height > maxPixels) {
      throw new UnreadableImage(
          Reason.TOO_MANY_PIXELS,
          String.format(
              Locale.ROOT,
              "The picture has %d x %d pixels (%.1f megapixels); the limit is %.1f megapixels."
                  + " Upload a smaller version.",
              width,
              height,
              (double) width * height / 1e6,
              maxPixels / 1e6));
    }
  }

  /**
   * Refuses a file of too many frames.
   *
   * @throws UnreadableImage which names both numbers
   */
  public void checkFrames(long frames) {
    if (frames > maxFrames) {
      throw new UnreadableImage(
          Reason.TOO_MANY_FRAMES,
          "The file holds more than "
              + maxFrames
              + " frames or pages, which is the limit. Upload the first of them as a file of its own.");
    }
  }

  /**
   * Refuses a part without pixels that is too long.
   *
   * @param what the part, with its article, as in "a colour profile"
   * @throws UnreadableImage which names the part and the limit
   */
  public void checkAncillary(String what, long bytes) {
    if (bytes > maxAncillaryBytes) {
      throw new UnreadableImage(
          Reason.ANCILLARY_TOO_LONG,
          String.format(
              Locale.ROOT,
              "The file holds %s of %.1f MiB beside the picture; the limit is %.1f MiB."
                  + " Export the picture without metadata and upload that.",
              what,
              bytes / 1048576.0,
              maxAncillaryBytes / 1048576.0));
    }
  }
}
