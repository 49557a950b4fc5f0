package dev.darkroom.core;

/**
 * A place in a picture.
 *
 * @param left distance from the left edge, as a ratio of the picture's width
 * @param top distance from the upper edge, as a ratio of the picture's height
 * @param width ratio of the picture's width
 * @param height ratio of the picture's height
 * @see <a href="https://docs.aws.amazon.com/rekognition/latest/APIReference/API_BoundingBox.html">
 *     BoundingBox</a>
 */
public record Box(double left, double top, double width, double height) {}
