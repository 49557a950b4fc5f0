package dev.darkroom.bench.soak;

/** What is watched over time, and how much more of it is not yet called growth. */
enum Figure {
  RESIDENT("least resident memory of a minute, MB", 25),
  HEAP("live heap after a full collection, MB", 10),
  NON_HEAP("classes and compiled code, MB", 10),
  THREADS("threads", 5),
  FILES("open files", 10),
  P50("accepted to final, p50, ms", 100),
  P95("accepted to final, p95, ms", 300);

  private final String title;
  private final double allowance;

  Figure(String title, double allowance) {
    this.title = title;
    this.allowance = allowance;
  }

  String title() {
    return title;
  }

  /** In the figure's unit; five per cent are allowed where that is more. */
  double allowance() {
    return allowance;
  }
}
