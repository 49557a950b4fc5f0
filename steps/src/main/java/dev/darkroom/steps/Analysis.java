package dev.darkroom.steps;

import dev.darkroom.core.ImageProperties;
import dev.darkroom.core.Label;
import java.util.List;

/**
 * What DetectLabels found.
 *
 * @param labels most certain first
 * @param imageProperties null when the picture was not analysed
 * @param notes what the uploader should know, as why there are no labels
 */
public record Analysis(List<Label> labels, ImageProperties imageProperties, List<String> notes) {
  /** Of a picture that could not be analysed. */
  static Analysis without(String note) {
    return new Analysis(List.of(), null, List.of(note));
  }
}
