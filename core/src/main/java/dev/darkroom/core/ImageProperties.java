package dev.darkroom.core;

import java.util.List;

/**
 * What a picture looks like as a whole.
 *
 * @param brightness 0–100
 * @param sharpness 0–100
 * @param contrast 0–100
 * @param dominantColors most frequent first
 * @see <a
 *     href="https://docs.aws.amazon.com/rekognition/latest/APIReference/API_DetectLabelsImageProperties.html">
 *     DetectLabelsImageProperties</a>
 */
public record ImageProperties(
    double brightness, double sharpness, double contrast, List<Color> dominantColors) {

  /**
   * One colour.
   *
   * @param hex {@code #rrggbb}
   * @param percent share of the picture's pixels, 0–100
   */
  public record Color(String hex, double percent) {}
}
