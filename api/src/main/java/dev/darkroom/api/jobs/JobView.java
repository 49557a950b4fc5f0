package dev.darkroom.api.jobs;

import dev.darkroom.api.delivery.RenditionUrls;
import dev.darkroom.api.delivery.RenditionView;
import dev.darkroom.core.Capture;
import dev.darkroom.core.ImageProperties;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.Label;
import dev.darkroom.core.Sequence;
import dev.darkroom.core.Step;
import dev.darkroom.core.Wait;
import java.time.Instant;
import java.util.List;

/** A job as clients see it: {@code Job} of {@code openapi.yaml}. */
public record JobView(
    String jobId,
    String owner,
    JobStatus status,
    Step step,
    Wait waitingFor,
    int redrives,
    String fileName,
    String caption,
    String albumId,
    String contentType,
    long bytes,
    Integer width,
    Integer height,
    Capture capture,
    Sequence sequence,
    Instant createdAt,
    Instant updatedAt,
    List<RenditionView> renditions,
    List<Label> labels,
    ImageProperties imageProperties,
    List<String> notes,
    ErrorView error) {

  /** Where each rendition is kept becomes a URL that expires. */
  public static JobView of(Job job, RenditionUrls urls) {
    return new JobView(
        job.jobId(),
        job.owner(),
        job.status(),
        job.step(),
        job.waitingFor(),
        job.redrives(),
        job.fileName(),
        job.description().caption(),
        job.description().albumId(),
        job.contentType(),
        job.bytes(),
        job.width(),
        job.height(),
        job.capture(),
        job.sequence(),
        job.createdAt(),
        job.updatedAt(),
        urls.views(job.renditions()),
        job.labels(),
        job.imageProperties(),
        job.notes(),
        ErrorView.of(job.error()));
  }
}
