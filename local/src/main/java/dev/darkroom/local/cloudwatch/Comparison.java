package dev.darkroom.local.cloudwatch;

/** Which values breach a threshold. */
public enum Comparison {
  GREATER("GreaterThanThreshold", "greater than") {
    @Override
    boolean breaches(double value, double threshold) {
      return value > threshold;
    }
  },
  LESS("LessThanThreshold", "less than") {
    @Override
    boolean breaches(double value, double threshold) {
      return value < threshold;
    }
  };

  private final String id;
  private final String words;

  Comparison(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /** As CloudWatch writes it. */
  public String id() {
    return id;
  }

  String words() {
    return words;
  }

  abstract boolean breaches(double value, double threshold);
}
