package dev.darkroom.local.cdn;

/** A request that CloudFront answers with 403. */
final class Denied extends RuntimeException {
  private final String code;

  /**
   * @param code as CloudFront names it
   */
  Denied(String code, String message) {
    super(message);
    this.code = code;
  }

  /** What CloudFront says of a URL that has ended, or whose signature or resource is another. */
  static Denied access() {
    return new Denied("AccessDenied", "Access denied");
  }

  String code() {
    return code;
  }
}
