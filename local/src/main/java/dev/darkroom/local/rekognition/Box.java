package dev.darkroom.local.rekognition;

/**
 * A rectangle in a picture; all four are ratios of the picture's width or height, 0–1.
 *
 * @param left the left edge
 * @param top the upper edge
 */
record Box(double left, double top, double width, double height) {

  /** The rectangle between two corners, as far as it lies in the picture. */
  static Box between(double top, double left, double bottom, double right) {
    double x = clip(left);
    double y = clip(top);
    return new Box(x, y, clip(right) - x, clip(bottom) - y);
  }

  double area() {
    return width * height;
  }

  /** The area shared with another box over the area covered by both, 0–1. */
  double intersectionOverUnion(Box other) {
    double w = Math.min(left + width, other.left + other.width) - Math.max(left, other.left);
    double h = Math.min(top + height, other.top + other.height) - Math.max(top, other.top);
    if (w <= 0 || h <= 0) {
      return 0;
    }
    return w * h / (area() + other.area() - w * h);
  }

  private static double clip(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
