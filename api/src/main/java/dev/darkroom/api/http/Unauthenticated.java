package dev.darkroom.api.http;

import java.util.Map;

/** The verified token names no user, or is not an access token. */
final class Unauthenticated extends Refusal {
  Unauthenticated(String detail) {
    super(401, "unauthenticated", "No user is signed in", detail);
  }

  @Override
  protected Map<String, String> headers() {
    return Map.of("www-authenticate", "Bearer");
  }
}
