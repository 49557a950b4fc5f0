package dev.darkroom.steps;

import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.Original;
import dev.darkroom.core.s3.ImageObjects;
import java.util.Optional;

/** Deletes the objects of images whose records are deleted. */
final class DeletedImages {
  private final JobStore jobs;
  private final ImageObjects objects;

  DeletedImages(JobStore jobs, ImageObjects objects) {
    this.jobs = jobs;
    this.objects = objects;
  }

  /**
   * Deletes all objects of an image, then records that they are gone. Asking again changes nothing,
   * and goes on where it broke off.
   *
   * @param ref a deleted image
   * @param original where its original was put; empty when all objects are known to be gone
   */
  void purge(JobRef ref, Optional<Original> original) {
    objects.delete(ref, original);
    jobs.purged(ref);
  }
}
