package dev.darkroom.local.identity;

/** An error that an OAuth 2.0 client is told, by its code in RFC 6749. */
final class OAuthError extends RuntimeException {
  private final String code;

  OAuthError(String code, String description) {
    super(description);
    this.code = code;
  }

  String code() {
    return code;
  }
}
