package dev.darkroom.api;

/** The body as a whole cannot be read. */
final class InvalidBody extends RuntimeException {
  InvalidBody(String detail) {
    super(detail);
  }
}
