package dev.darkroom.api.images;

import dev.darkroom.api.delivery.RenditionUrls;
import dev.darkroom.api.delivery.RenditionView;
import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.ETag;
import dev.darkroom.core.Capture;
import dev.darkroom.core.ImageLabels;
import dev.darkroom.core.ImageProperties;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.Sequence;
import java.time.Instant;
import java.util.List;

/** An image as clients see it: {@code Image} of {@code openapi.yaml}. */
public record ImageView(
    String imageId,
    String owner,
    JobStatus status,
    String fileName,
    String contentType,
    long bytes,
    Integer width,
    Integer height,
    Capture capture,
    Sequence sequence,
    String caption,
    String albumId,
    List<LabelView> labels,
    List<RenditionView> renditions,
    ImageProperties imageProperties,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * The image as one caller sees it. Whom an album is shared with is not told where the photo was
   * taken; the original, which holds it, is for the owner alone anyway.
   */
  public static ImageView of(Job job, Caller caller, RenditionUrls urls) {
    boolean isTrusted = caller.is(job.owner()) || caller.isAdmin();
    return new ImageView(
        job.jobId(),
        job.owner(),
        job.status(),
        job.fileName(),
        job.contentType(),
        job.bytes(),
        job.width(),
        job.height(),
        isTrusted ? job.capture() : withoutPosition(job.capture()),
        job.sequence(),
        job.description().caption(),
        job.description().albumId(),
        LabelView.all(ImageLabels.of(job)),
        urls.views(job.renditions()),
        job.imageProperties(),
        job.createdAt(),
        job.updatedAt());
  }

  /** Names the state of what a PATCH can change. */
  static ETag eTag(Job job) {
    return ETag.of(job.description().caption(), job.description().albumId());
  }

  private static Capture withoutPosition(Capture capture) {
    return capture == null
        ? null
        : new Capture(
            capture.takenAt(),
            capture.camera(),
            capture.lens(),
            capture.exposureSeconds(),
            capture.fNumber(),
            capture.iso(),
            capture.focalLengthMm(),
            null);
  }
}
