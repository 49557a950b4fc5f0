package dev.darkroom.steps;

import dev.darkroom.core.Environment;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.UploadEvent;
import dev.darkroom.core.dynamo.DynamoJobStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
   * @param picture null when the file was refused
   * @param renditions null when the file was refused
   * @param analysis null when the file was refused
   * @param rejection the message of an {@link InvalidImage}, or null
   */
  public record Result(
      Photo photo,
      PictureFacts picture,
      List<Rendition> renditions,
      Analysis analysis,
      String rejection) {}

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
    return result.rejection() == null ? completed(result) : rejected(result);
  }

  private Outcome completed(Result result) {
    PictureFacts picture = result.picture();
    Analysis analysis = result.analysis();
    return new Outcome(
        JobStatus.COMPLETED,
        result.photo().contentType(),
        picture.width(),
        picture.height(),
        picture.capture(),
        picture.sequence(),
        result.renditions(),
        analysis.labels(),
        analysis.imageProperties(),
        Stream.concat(picture.notes().stream(), analysis.notes().stream()).toList(),
        null,
        clock.instant());
  }

  private Outcome rejected(Result result) {
    return Outcome.rejected(
        result.photo() == null ? null : result.photo().contentType(),
        InvalidImage.parse(result.rejection()),
        clock.instant());
  }
}
