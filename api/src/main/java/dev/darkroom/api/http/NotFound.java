package dev.darkroom.api.http;

/**
 * What was asked for does not exist, or is not the caller's: an answer that tells the two apart
 * would tell whose it is.
 */
public final class NotFound extends Refusal {
  /**
   * A thing that the caller does not have.
   *
   * @param what the kind of thing: {@code job}
   * @param whereToLook how to find the caller's own: {@code GET /api/jobs lists them}
   */
  public NotFound(String what, String whereToLook) {
    super(404, "not-found", "Not found", "You have no such " + what + ". " + whereToLook + ".");
  }

  public static NotFound job() {
    return new NotFound("job", "Take the jobId from the answer of POST /api/uploads");
  }

  public static NotFound image() {
    return new NotFound("image", "GET /api/images lists those that you may see");
  }

  public static NotFound album() {
    return new NotFound("album", "GET /api/albums lists those that you may see");
  }

  public static NotFound comment() {
    return new NotFound("comment", "GET /api/images/{imageId}/comments lists those there are");
  }
}
