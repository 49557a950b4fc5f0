package dev.darkroom.imaging.metadata;

import com.drew.metadata.exif.ExifSubIFDDirectory;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a photo was taken. */
final class TakenAt {
  private static final Pattern EXIF_TIME =
      Pattern.compile("(\\d{4})[:-](\\d{2})[:-](\\d{2})[ T](\\d{2}):(\\d{2}):(\\d{2}).*");

  private TakenAt() {}

  /** The time of the exposure or, failing that, of the scan; as {@link CaptureFacts} gives it. */
  static String of(ExifValues values) {
    String original =
        iso(
            values.text(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL),
            values.text(ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL));
    return original != null
        ? original
        : iso(
            values.text(ExifSubIFDDirectory.TAG_DATETIME_DIGITIZED),
            values.text(ExifSubIFDDirectory.TAG_TIME_ZONE_DIGITIZED));
  }

  private static String iso(String time, String offset) {
    LocalDateTime local = time == null ? null : local(time);
    if (local == null) {
      return null;
    }
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local)
        + (offset == null ? "" : checked(offset));
  }

  private static LocalDateTime local(String time) {
    Matcher parts = EXIF_TIME.matcher(time);
    if (!parts.matches()) {
      return null;
    }
    int[] numbers = new int[6];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Integer.parseInt(parts.group(i + 1));
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
      return local.getYear() > 0 ? local : null;
    } catch (DateTimeException e) {
      // Cameras without a set clock write zeros.
      return null;
    }
  }

  private static String checked(String offset) {
    try {
      return ZoneOffset.of(offset).getId();
    } catch (DateTimeException e) {
      return "";
    }
  }
}
