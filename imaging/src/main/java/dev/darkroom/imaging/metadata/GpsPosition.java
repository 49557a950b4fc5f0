package dev.darkroom.imaging.metadata;

import com.drew.lang.Rational;
import com.drew.metadata.exif.GpsDirectory;
import dev.darkroom.imaging.metadata.CaptureFacts.Position;
import java.util.Locale;

/** The position of the camera. */
final class GpsPosition {
  private static final int[] PARTS_OF_A_DEGREE = {1, 60, 3600};

  private GpsPosition() {}

  /**
   * The position, or null when a part of it is missing or out of range.
   *
   * <p>Receivers without a fix write zeros; so 0° N 0° E is no position.
   */
  static Position of(ExifValues values) {
    Double latitude =
        signed(
            degrees(values.rationals(GpsDirectory.TAG_LATITUDE)),
            values.text(GpsDirectory.TAG_LATITUDE_REF),
            "N",
            "S");
    Double longitude =
        signed(
            degrees(values.rationals(GpsDirectory.TAG_LONGITUDE)),
            values.text(GpsDirectory.TAG_LONGITUDE_REF),
            "E",
            "W");
    if (latitude == null || longitude == null) {
      return null;
    }
    boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    boolean fixed = latitude != 0 || longitude != 0;
    return onEarth && fixed ? new Position(latitude, longitude) : null;
  }

  /** Degrees from degrees, minutes and seconds; NaN when one of them is missing. */
  private static double degrees(Rational[] parts) {
    if (parts == null || parts.length != PARTS_OF_A_DEGREE.length) {
      return Double.NaN;
    }
    double degrees = 0;
    for (int i = 0; i < parts.length; i++) {
      double numerator = parts[i].getNumerator();
      // Not the library's division, for which 0/0, "unknown", is 0.
      degrees += numerator / parts[i].getDenominator() / PARTS_OF_A_DEGREE[i];
    }
    return degrees;
  }

  private static Double signed(double degrees, String direction, String plus, String minus) {
    if (direction == null || !(degrees >= 0 && Double.isFinite(degrees))) {
      return null;
    }
    String letter = direction.toUpperCase(Locale.ROOT);
    if (letter.equals(plus)) {
      return degrees;
    }
    return letter.equals(minus) ? (Double) (degrees == 0 ? 0 : -degrees) : null;
  }
}
