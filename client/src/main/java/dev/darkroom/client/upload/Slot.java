package dev.darkroom.client.upload;

import dev.darkroom.client.photos.Photo;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One file of a run, on its way to an outcome. */
final class Slot {
  private final Photo photo;
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private String checksum;

  Slot(Photo photo) {
    this.photo = photo;
  }

  Photo photo() {
    return photo;
  }

  /** Base64 of its SHA-256, once it was computed. */
  String checksum() {
    return checksum;
  }

  void checksum(String value) {
    checksum = value;
  }

  /** Waits for the outcome. */
  Outcome await() {
    return outcome.join();
  }

  /** Tells the outcome to another, at once if it is known. */
  void tell(Consumer<Outcome> listener) {
    var unused = outcome.thenAccept(listener);
  }

  void end(Outcome known) {
    outcome.complete(known);
  }

  void refuse(String detail) {
    end(Outcome.refused(photo.path(), detail));
  }

  void fail(String jobId, String detail) {
    end(Outcome.broken(photo.path(), jobId, detail));
  }
}
