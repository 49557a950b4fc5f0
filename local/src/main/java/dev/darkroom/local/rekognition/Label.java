package dev.darkroom.local.rekognition;

import java.util.List;

/**
 * One label of a picture.
 *
 * @param confidence of the surest instance, 0–100
 * @param instances the objects themselves, surest first; none for an ancestor
 */
record Label(
    String name,
    double confidence,
    List<Instance> instances,
    List<String> parents,
    List<String> aliases,
    String category) {

  /**
   * One object.
   *
   * @param confidence 0–100
   */
  record Instance(Box box, double confidence) {}
}
