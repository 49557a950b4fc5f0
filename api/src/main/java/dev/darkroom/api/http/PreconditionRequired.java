package dev.darkroom.api.http;

/** A change that does not say which state it was made from could undo somebody else's. */
final class PreconditionRequired extends Refusal {
  PreconditionRequired() {
    super(
        428,
        "precondition-required",
        "If-Match is missing",
        "Send the ETag that GET answered as If-Match, so that nobody's change is lost.");
  }
}
