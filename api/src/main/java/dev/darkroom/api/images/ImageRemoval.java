package dev.darkroom.api.images;

import dev.darkroom.core.Deletion;
import dev.darkroom.core.ImageStore;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.s3.ImageObjects;
import java.util.Optional;

/**
 * Deletes an image with all that was made of it: first the record, so that nothing more is made,
 * then the objects. What breaks off is finished when it is asked for again, or by ReconcileJobs;
 * that also deletes what a step which was still at work wrote behind the deletion.
 */
public final class ImageRemoval {
  private final ImageStore images;
  private final JobStore jobs;
  private final ImageObjects objects;

  public ImageRemoval(ImageStore images, JobStore jobs, ImageObjects objects) {
    this.images = images;
    this.jobs = jobs;
    this.objects = objects;
  }

  /**
   * Deletes an image, also one that is being processed. Asking again changes nothing.
   *
   * @return whether there is, or was in the last 30 days, such an image
   */
  public boolean remove(JobRef ref) {
    Optional<Deletion> deletion = images.delete(ref);
    deletion.ifPresent(
        left -> {
          objects.delete(ref, left.original());
          if (!left.atWork()) {
            jobs.purged(ref);
          }
        });
    return deletion.isPresent();
  }
}
