package dev.darkroom.core;

import java.text.Normalizer;
import java.util.Locale;

/** Names of labels, found or given by hand. Those that differ in case alone are one label. */
public final class LabelName {
  private LabelName() {}

  /** The form in which names are compared and indexed: NFC, in lower case. */
  public static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
