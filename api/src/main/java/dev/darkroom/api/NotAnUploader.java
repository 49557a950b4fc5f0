package dev.darkroom.api;

/** The caller is in no group that may upload. */
final class NotAnUploader extends RuntimeException {
  NotAnUploader() {
    super("Uploading takes the group uploader. Ask an administrator, then sign in again.");
  }
}
