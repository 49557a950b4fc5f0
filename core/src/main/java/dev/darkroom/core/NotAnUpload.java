package dev.darkroom.core;

/** The input of an execution is no upload whose owner could be told of it. */
public final class NotAnUpload extends RuntimeException {
  private NotAnUpload(String message, Throwable cause) {
    super(message, cause);
  }

  static NotAnUpload noEvent(Throwable cause) {
    return new NotAnUpload(
        "The input is not S3's \"Object Created\" event: it has no detail.bucket.name or no"
            + " detail.object.key.",
        cause);
  }

  static NotAnUpload noOwner(String key) {
    return new NotAnUpload(
        "The key '"
            + key
            + "' names no owner. Put objects at uploads/{owner}/{fileName}, or use POST /uploads.",
        null);
  }

  static NotAnUpload noWrite(String key, Throwable cause) {
    return new NotAnUpload(
        "The input does not say which write of '"
            + key
            + "' it is about: it has no time, or no detail.object.sequencer.",
        cause);
  }
}
