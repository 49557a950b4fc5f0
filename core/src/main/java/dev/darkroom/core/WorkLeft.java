package dev.darkroom.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Jobs that somebody has still to do something about: those that are PROCESSING, those that ended
 * and whose uploader was not told, and those that were deleted and whose objects may be there, or
 * may come still. Sees what was written a moment later than {@link JobStore#find}.
 */
public interface WorkLeft {
  /**
   * Jobs that are PROCESSING, or ended without a word to their uploader; those that stand still for
   * longest first.
   *
   * @param unchangedSince only jobs that were not written to since then
   * @param limit 1 or more
   */
  List<JobRef> jobs(Instant unchangedSince, int limit);

  /**
   * Deleted jobs that are not {@link JobStore#purged}, those deleted longest ago first.
   *
   * @param deletedBefore only jobs that were deleted before then
   * @param limit 1 or more
   */
  List<JobRef> deletions(Instant deletedBefore, int limit);

  /**
   * Deletes what is left of a deleted image beside its objects, as {@link ImageStore#delete} does.
   * Touches nothing of an image that was not deleted.
   *
   * @return what is left to do; empty when there is no deleted image
   */
  Optional<Deletion> deletion(JobRef ref);

  /**
   * Records that a job was looked at, and cannot be helped now: it is found last. Changes nothing
   * where no work is left.
   */
  void checked(JobRef ref);
}
