package dev.darkroom.bench.ways;

/** A way to make the renditions of a file. */
public enum Way {
  DARKROOM("Darkroom"),
  DARKROOM_JAVA("Darkroom, pure Java"),
  SHARP("sharp"),
  SHARP_CASCADE("sharp, one decode"),
  TUTORIAL("ImageIO + imgscalr"),
  SCALR_BALANCED("Darkroom, imgscalr BALANCED"),
  SCALR_QUALITY("Darkroom, imgscalr QUALITY"),
  THUMBNAILATOR("Thumbnailator");

  private final String title;

  Way(String title) {
    this.title = title;
  }

  /** How the tables call it. */
  public String title() {
    return title;
  }

  /** Whether it takes so long that every other round is enough. */
  public boolean isSlow() {
    return this == TUTORIAL || this == THUMBNAILATOR;
  }

  boolean isSharp() {
    return this == SHARP || this == SHARP_CASCADE;
  }
}
