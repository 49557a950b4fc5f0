package dev.darkroom.steps;

import dev.darkroom.core.JobConflict;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.Step;
import dev.darkroom.core.UploadEvent;
import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.ImageFormat;
import dev.darkroom.imaging.ImageProbe;
import dev.darkroom.imaging.UnreadableImage;
import java.time.Clock;

/** Claims the job of an upload and tells from the head of the file whether it can be processed. */
final class UploadValidation {
  private final JobStore jobs;
  private final Originals originals;
  private final Clock clock;

  UploadValidation(JobStore jobs, Originals originals, Clock clock) {
    this.jobs = jobs;
    this.originals = originals;
    this.clock = clock;
  }

  /**
   * @throws DuplicateUpload when another execution has the job
   * @throws InvalidImage when the file is empty, too large, no picture, or cut off in its head
   */
  Photo validate(UploadEvent event, String executionArn, Limits limits) {
    JobRef ref = event.ref();
    claim(event, executionArn);
    checkSize(event.detail().object().size(), limits.maxBytes());
    ImageFormat format = probe(event, limits.maxPixels());
    jobs.finished(ref, executionArn, Step.VALIDATE);
    return new Photo(
        ref.owner(),
        ref.jobId(),
        event.bucket(),
        event.key(),
        event.detail().object().etag(),
        format.contentType());
  }

  private void claim(UploadEvent event, String executionArn) {
    try {
      jobs.claim(event.claim(executionArn, clock.instant()));
    } catch (JobConflict e) {
      throw new DuplicateUpload(e.getMessage(), e);
    }
  }

  private static void checkSize(long bytes, long maxBytes) {
    if (bytes > maxBytes) {
      throw new InvalidImage(
          "FILE_TOO_LARGE",
          "The file has %s, and %s is the most that is accepted. Save it smaller and upload it again."
              .formatted(FileSize.of(bytes), FileSize.of(maxBytes)));
    }
  }

  private ImageFormat probe(UploadEvent event, long maxPixels) {
    try {
      return originals.read(
          event.bucket(),
          event.key(),
          event.detail().object().etag(),
          original -> ImageProbe.probe(original, DecodeLimits.ofPixels(maxPixels)).format());
    } catch (UnreadableImage e) {
      throw InvalidImage.of(e);
    }
  }
}
