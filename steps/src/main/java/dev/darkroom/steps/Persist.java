package dev.darkroom.steps;

import dev.darkroom.core.Environment;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.dynamo.DynamoJobStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Records how the job ended, if this execution still holds it. */
public final class Persist extends StepHandler<Persist.Request, Persist.Settled> {

  /**
   * The step's input.
   *
   * @param event the upload, which also tells the job of a file that was refused unread
   * @param executionArn the execution that holds the job
   * @param outcome what the steps before made, or why the file was refused
   */
  public record Request(UploadEvent event, String executionArn, Result outcome) {}

  /**
   * What the steps before made.
   *
   * @param photo null when the file was refused at once
   * @param renditions null when the file was refused
   * @param analysis null when the file was refused
   * @param rejection the message of an {@link InvalidImage}, or null
   */
  public record Result(
      Photo photo, List<Rendition> renditions, Analysis analysis, String rejection) {}

  /**
   * The step's output.
   *
   * @param status COMPLETED or REJECTED
   */
  public record Settled(String owner, String jobId, JobStatus status) {}

  private final JobStore jobs;
  private final Clock clock;

  public Persist() {
    this(System.getenv());
  }

  /**
   * @param environment {@code TABLE}
   */
  public Persist(Map<String, String> environment) {
    this(
        new DynamoJobStore(
            Aws.dynamo(), new Environment(environment).text("TABLE"), Clock.systemUTC()),
        Clock.systemUTC());
  }

  Persist(JobStore jobs, Clock clock) {
    super(Request.class);
    this.jobs = jobs;
    this.clock = clock;
  }

  @Override
  Settled handle(Request request) {
    JobRef ref = request.event().ref();
    Outcome outcome = outcome(request.outcome());
    jobs.settle(ref, request.executionArn(), outcome);
    return new Settled(ref.owner(), ref.jobId(), outcome.status());
  }

  private Outcome outcome(Result result) {
    Photo photo = result.photo();
    boolean rejected = result.rejection() != null;
    Analysis analysis = rejected ? Analysis.NONE : result.analysis();
    return new Outcome(
        rejected ? JobStatus.REJECTED : JobStatus.COMPLETED,
        photo == null ? null : photo.contentType(),
        photo == null ? null : photo.width(),
        photo == null ? null : photo.height(),
        rejected ? List.of() : result.renditions(),
        analysis.labels(),
        analysis.imageProperties(),
        analysis.notes(),
        rejected ? InvalidImage.parse(result.rejection()) : null,
        clock.instant());
  }
}
