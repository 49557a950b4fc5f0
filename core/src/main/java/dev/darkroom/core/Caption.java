package dev.darkroom.core;

/** What an image's caption may be, and how captions are searched. */
public final class Caption {
  /** The longest caption, in code points. */
  public static final int LONGEST = 300;

  private Caption() {}

  /** The form in which captions are indexed, and texts looked for: NFC, in lower case. */
  public static String key(String text) {
    return Folding.of(text);
  }
}
