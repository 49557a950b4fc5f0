package dev.darkroom.api.http;

/** What is to be changed is not any more as the client saw it. */
public final class PreconditionFailed extends Refusal {
  public PreconditionFailed() {
    super(
        412,
        "precondition-failed",
        "Somebody changed it meanwhile",
        "Fetch it again, make your change to what you get, and send the new ETag as If-Match.");
  }
}
