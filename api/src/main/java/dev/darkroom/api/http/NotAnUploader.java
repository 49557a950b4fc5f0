package dev.darkroom.api.http;

/** The caller is in no group that may upload. */
public final class NotAnUploader extends Refusal {
  public NotAnUploader() {
    super(
        403,
        "not-an-uploader",
        "You may not upload",
        "Uploading takes the group uploader. Ask an administrator, then sign in again.");
  }
}
