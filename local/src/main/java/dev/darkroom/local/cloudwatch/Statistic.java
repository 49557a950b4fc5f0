package dev.darkroom.local.cloudwatch;

/** How the values of a period become one. */
public enum Statistic {
  SUM("Sum") {
    @Override
    double join(double one, double other) {
      return one + other;
    }
  },
  MAXIMUM("Maximum") {
    @Override
    double join(double one, double other) {
      return Math.max(one, other);
    }
  };

  private final String id;

  Statistic(String id) {
    this.id = id;
  }

  /** As CloudWatch writes it. */
  public String id() {
    return id;
  }

  abstract double join(double one, double other);
}
