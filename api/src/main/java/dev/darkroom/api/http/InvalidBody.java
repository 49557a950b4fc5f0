package dev.darkroom.api.http;

/** The body is no JSON object. */
final class InvalidBody extends Refusal {
  InvalidBody(String detail) {
    super(400, "invalid-body", "The body is invalid", detail);
  }
}
