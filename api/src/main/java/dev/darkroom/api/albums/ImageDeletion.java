package dev.darkroom.api.albums;

import dev.darkroom.core.JobRef;

/** Deletes an image with all that was made of it, as {@code DELETE /api/images/{imageId}} does. */
@FunctionalInterface
public interface ImageDeletion {
  /** Asking again changes nothing. */
  void delete(JobRef image);
}
