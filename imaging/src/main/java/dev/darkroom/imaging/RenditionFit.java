package dev.darkroom.imaging;

import java.util.Locale;

/** How a picture meets the box of a rendition. Neither way enlarges it. */
public enum RenditionFit {
  /** The whole picture, reduced until it is inside the box. */
  INSIDE {
    @Override
    PixelSize reduced(PixelSize original, PixelSize box) {
      return original.within(box);
    }

    @Override
    PixelSize cropped(PixelSize reduced, PixelSize box) {
      return reduced;
    }
  },

  /**
   * The picture, reduced until it just covers the box, then cropped to it around its centre. Where
   * an odd number of pixels is cut off, the right or the bottom loses the odd one. A picture that
   * does not cover the box is not reduced, and cropped to the aspect of the box.
   */
  COVER {
    @Override
    PixelSize reduced(PixelSize original, PixelSize box) {
      return original.covering(box);
    }

    @Override
    PixelSize cropped(PixelSize reduced, PixelSize box) {
      return reduced.croppedTo(box);
    }
  };

  /** The size of the whole picture before anything is cut off. */
  abstract PixelSize reduced(PixelSize original, PixelSize box);

  /** What is left of the {@linkplain #reduced reduced} picture. */
  abstract PixelSize cropped(PixelSize reduced, PixelSize box);

  /** The word for it in a list of renditions. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
