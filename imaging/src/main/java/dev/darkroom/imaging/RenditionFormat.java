package dev.darkroom.imaging;

import java.util.Locale;

/** The format in which a rendition is written. */
public enum RenditionFormat {
  /** JPEG, or PNG when the picture has transparency. */
  AUTO,
  /** JPEG; transparency is laid on white. */
  JPEG,
  PNG;

  /** The word for it in a list of renditions. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
