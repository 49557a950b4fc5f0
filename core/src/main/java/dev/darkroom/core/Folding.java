package dev.darkroom.core;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which texts of people are compared, whatever their case. */
final class Folding {
  private Folding() {}

  /** The text in NFC and lower case. */
  static String of(String text) {
    String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFC); // A letter may come apart again.
  }
}
