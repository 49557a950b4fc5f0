package dev.darkroom.steps;

import dev.darkroom.core.Environment;
import dev.darkroom.core.JobConflict;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.Original;
import dev.darkroom.core.UploadEvent;
import dev.darkroom.core.dynamo.DynamoJobStore;
import dev.darkroom.core.s3.ImageObjects;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Deletes the objects of an image that was deleted while it was processed, or before its file came.
 */
public final class Discard extends StepHandler<Discard.Request, Discard.Discarded> {

  /**
   * The step's input.
   *
   * @param event the upload
   */
  public record Request(UploadEvent event) {}

  /** The step's output: whose objects are gone. */
  public record Discarded(String owner, String jobId) {}

  private final JobStore jobs;
  private final ImageObjects objects;

  public Discard() {
    this(System.getenv());
  }

  /**
   * @param environment {@code TABLE}, {@code UPLOADS_BUCKET}, {@code RENDITIONS_BUCKET}
   */
  public Discard(Map<String, String> environment) {
    this(new Environment(environment));
  }

  private Discard(Environment environment) {
    this(
        new DynamoJobStore(Aws.dynamo(), environment.text("TABLE"), Clock.systemUTC()),
        Aws.images(environment));
  }

  Discard(JobStore jobs, ImageObjects objects) {
    super(Request.class);
    this.jobs = jobs;
    this.objects = objects;
  }

  /**
   * @throws JobConflict when there is such a job: nothing of it is touched
   */
  @Override
  Discarded handle(Request request) {
    UploadEvent event = request.event();
    JobRef ref = event.ref();
    if (jobs.find(ref).isPresent()) {
      throw new JobConflict(ref, "was not deleted.");
    }
    Original original = new Original(event.key(), event.detail().object().etag());
    objects.delete(ref, Optional.of(original));
    return new Discarded(ref.owner(), ref.jobId());
  }
}
