package dev.darkroom.local.rekognition;

/**
 * A colour in CIELAB (D65), where distances are about as large as they look.
 *
 * @see <a href="https://www.w3.org/TR/css-color-4/#lab-colors">CSS Color 4, Lab</a>
 */
record Lab(double lightness, double a, double b) {

  /** From 24 bits of sRGB. */
  static Lab ofRgb(int rgb) {
    double red = linear((rgb >> 16) & 0xff);
    double green = linear((rgb >> 8) & 0xff);
    double blue = linear(rgb & 0xff);
    double x = curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
    double y = curve(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
    double z = curve((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883);
    return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
  }

  /** The square of the distance to another colour. */
  double squaredDistance(Lab other) {
    double dl = lightness - other.lightness;
    double da = a - other.a;
    double db = b - other.b;
    return dl * dl + da * da + db * db;
  }

  private static double linear(int value) {
    double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }

  private static double curve(double t) {
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
  }
}
