package dev.darkroom.api;

/** The body is larger than any request of this API needs. */
final class BodyTooLarge extends RuntimeException {
  BodyTooLarge(int limit) {
    super(
        "The body holds more than " + limit + " bytes. Send the file to the uploadUrl, not here.");
  }
}
