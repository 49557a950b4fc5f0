package dev.darkroom.bench.soak;

/**
 * A file that is uploaded again and again.
 *
 * @param contentType that it is announced with
 * @param status that its job must end with
 * @param repeat what is done a second time
 * @param timed whether its latency counts: that of good photos of usual sizes
 */
record Kind(
    String title, String contentType, byte[] bytes, String status, Repeat repeat, boolean timed) {

  /** What is done twice with an upload. */
  enum Repeat {
    NOTHING,

    /** The presigned URL is used again. */
    PUT,

    /** The event arrives again: another execution gets the same input. */
    EVENT
  }

  static Kind good(String title, String contentType, byte[] bytes) {
    return new Kind(title, contentType, bytes, "COMPLETED", Repeat.NOTHING, true);
  }

  static Kind bad(String title, String contentType, byte[] bytes) {
    return new Kind(title, contentType, bytes, "REJECTED", Repeat.NOTHING, false);
  }

  static Kind huge(String title, String contentType, byte[] bytes) {
    return new Kind(title, contentType, bytes, "COMPLETED", Repeat.NOTHING, false);
  }

  /** The same, done twice. */
  Kind repeated(Repeat what) {
    String name = what == Repeat.PUT ? "same URL twice" : "same event twice";
    return new Kind(name, contentType, bytes, status, what, timed);
  }
}
