package dev.darkroom.core;

/** Names of labels, found or given by hand. Those that differ in case alone are one label. */
public final class LabelName {
  private LabelName() {}

  /** The form in which names are compared and indexed: NFC, in lower case. */
  public static String key(String name) {
    return Folding.of(name);
  }
}
