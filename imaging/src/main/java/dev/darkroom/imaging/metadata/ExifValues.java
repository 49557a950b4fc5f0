package dev.darkroom.imaging.metadata;

import com.drew.lang.Rational;
import com.drew.metadata.Directory;
import com.drew.metadata.StringValue;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;

/** The values of one directory, of whatever type the file gives them; null where it has none. */
final class ExifValues {
  private static final int MOST_CHARACTERS = 100;

  private final Directory directory;

  /** Values of a directory, which may be null: then there are none. */
  ExifValues(Directory directory) {
    this.directory = directory;
  }

  /**
   * Text as it can be shown: on one line, without control and formatting characters, at most
   * {@value #MOST_CHARACTERS} characters, with a letter or digit in it.
   */
  String text(int tag) {
    if (!(value(tag) instanceof StringValue stored)) {
      return null;
    }
    // Exif says ASCII; what cameras write beyond it is UTF-8.
    String text =
        new String(stored.getBytes(), StandardCharsets.UTF_8)
            .replaceAll("[\\s\\p{Z}]+", " ")
            .replaceAll("[\\p{C}\uFFFD]", "")
            .strip();
    return text.codePoints().anyMatch(Character::isLetterOrDigit) ? shortened(text) : null;
  }

  /** A number that is finite and above zero. */
  Double positive(int tag) {
    if (!(value(tag) instanceof Number number)) {
      return null;
    }
    double value = number.doubleValue();
    return value > 0 && Double.isFinite(value) ? value : null;
  }

  /** A whole number of 32 bits at most; the first of several. */
  Integer wholeNumber(int tag) {
    Object value = value(tag);
    if (value != null && value.getClass().isArray() && Array.getLength(value) > 0) {
      value = Array.get(value, 0);
    }
    if (!(value instanceof Number number) || value instanceof Rational) {
      return null;
    }
    long whole = number.longValue();
    return whole == (int) whole ? (Integer) (int) whole : null;
  }

  /** Fractions, in an array even when there is only one. */
  Rational[] rationals(int tag) {
    Object value = value(tag);
    if (value instanceof Rational single) {
      return new Rational[] {single};
    }
    return value instanceof Rational[] several ? several : null;
  }

  static String shortened(String text) {
    int characters = text.codePointCount(0, text.length());
    return characters <= MOST_CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS)).strip();
  }

  private Object value(int tag) {
    return directory == null ? null : directory.getObject(tag);
  }
}
