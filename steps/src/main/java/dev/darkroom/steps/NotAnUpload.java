package dev.darkroom.steps;

/** The input of an execution is no upload whose owner could be told of it. */
public final class NotAnUpload extends RuntimeException {
  private NotAnUpload(String message) {
    super(message);
  }

  static NotAnUpload noEvent() {
    return new NotAnUpload(
        "The input is not S3's \"Object Created\" event: it has no detail.bucket.name or no"
            + " detail.object.key.");
  }

  static NotAnUpload noOwner(String key) {
    return new NotAnUpload(
        "The key '"
            + key
            + "' names no owner. Put objects at uploads/{owner}/{fileName}, or use POST /uploads.");
  }
}
