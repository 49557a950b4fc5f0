package dev.darkroom.core;

import java.util.List;

/**
 * Something seen in a picture.
 *
 * @param name as Rekognition spells it, {@code Cat}
 * @param confidence 0–100
 * @param parents the names of more general labels
 * @param instances where it was seen; empty for what has no place, as a scene
 * @see <a
 *     href="https://docs.aws.amazon.com/rekognition/latest/APIReference/API_Label.html">Label</a>
 */
public record Label(
    String name, double confidence, List<String> parents, List<Instance> instances) {

  /**
   * One occurrence of a label.
   *
   * @param confidence 0–100
   * @param box where it is
   */
  public record Instance(double confidence, Box box) {}
}
