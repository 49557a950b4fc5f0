package dev.darkroom.api.http;

/** The body of a request is larger than any that makes sense. */
final class BodyTooLarge extends Refusal {
  BodyTooLarge(int largest) {
    super(
        400,
        "body-too-large",
        "The body is too large",
        "The body holds more than "
            + largest
            + " bytes. Files do not go here: PUT them to the uploadUrl that POST /api/uploads"
            + " answers.");
  }
}
