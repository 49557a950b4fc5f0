package dev.darkroom.steps;

/** Another execution processes this upload, or did. Events come at least once. */
public final class DuplicateUpload extends RuntimeException {
  public DuplicateUpload(String message, Throwable cause) {
    super(message, cause);
  }
}
