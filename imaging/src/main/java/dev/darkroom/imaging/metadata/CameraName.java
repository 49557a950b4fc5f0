package dev.darkroom.imaging.metadata;

import java.util.Locale;

/** The name of a camera, of its make and its model. */
final class CameraName {
  private CameraName() {}

  /**
   * Joins the two.
   *
   * <p>Many makers begin the model with their name, or with the first word of it: {@code NIKON
   * CORPORATION} and {@code NIKON D750}. Then the model is the name.
   *
   * @param make may be null
   * @param model may be null
   * @return null when both are
   */
  static String of(String make, String model) {
    if (make == null || model == null) {
      return make == null ? model : make;
    }
    String firstWord = make.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    boolean repeated = model.toLowerCase(Locale.ROOT).startsWith(firstWord);
    return repeated ? model : ExifValues.shortened(make + " " + model);
  }
}
