package dev.darkroom.core;

import java.time.Instant;

/** Counts what each user uploads. Safe for many threads and many processes. */
public interface UploadLimits {
  /**
   * Takes from what an owner may still upload: all of it, or nothing. What is taken stays taken,
   * whatever becomes of the upload.
   *
   * @param uploads how many, from 1 on
   * @param bytes of all of them
   * @throws LimitReached when the hour or the day, both of UTC, has no room for it
   */
  void take(String owner, int uploads, long bytes, UploadAllowance allowance, Instant now);
}
