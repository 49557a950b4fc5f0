package dev.darkroom.core;

import java.time.Instant;
import java.util.List;

/**
 * Jobs that somebody has still to do something about: those that are PROCESSING, those that ended
 * and whose uploader was not told, and those that were deleted and whose objects may be there. Sees
 * what was written a moment later than {@link JobStore#find}.
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
   * Records that a job was looked at, and is as it should be: it is not found again for a while.
   */
  void checked(JobRef ref);
}
