package dev.darkroom.imaging.metadata;

import com.drew.metadata.exif.ExifSubIFDDirectory;

/** The ISO sensitivity of an exposure. */
final class Sensitivity {
  /** The most that the first tag can hold; the others then say how much it really was. */
  private static final int SATURATED = 65_535;

  private static final int[] LONG_TAGS = {
    ExifSubIFDDirectory.TAG_RECOMMENDED_EXPOSURE_INDEX,
    ExifSubIFDDirectory.TAG_ISO_SPEED,
    ExifSubIFDDirectory.TAG_STANDARD_OUTPUT_SENSITIVITY
  };

  private Sensitivity() {}

  /** The sensitivity, above 0, or null. */
  static Integer of(ExifValues values) {
    Integer iso = values.wholeNumber(ExifSubIFDDirectory.TAG_ISO_EQUIVALENT);
    if (iso != null && iso > 0 && iso < SATURATED) {
      return iso;
    }
    for (int tag : LONG_TAGS) {
      Integer longer = values.wholeNumber(tag);
      if (longer != null && longer > 0) {
        return longer;
      }
    }
    return null;
  }
}
