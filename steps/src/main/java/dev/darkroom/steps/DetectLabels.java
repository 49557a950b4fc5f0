package dev.darkroom.steps;

import dev.darkroom.core.Contention;
import dev.darkroom.core.Environment;
import dev.darkroom.core.JobDeleted;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Step;
import dev.darkroom.core.Wait;
import dev.darkroom.core.dynamo.DynamoJobStore;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.rekognition.model.InvalidS3ObjectException;

/** Asks Rekognition what the largest rendition that it takes shows. */
public final class DetectLabels extends StepHandler<DetectLabels.Request, Analysis> {

  /**
   * The step's input.
   *
   * @param executionArn the execution that holds the job
   * @param renditions what Resize made, one at least
   * @param minConfidence labels that are less certain are left out; 0–100
   * @param maxLabels labels to keep; 1–30, as record and index are written in one transaction
   */
  public record Request(
      String executionArn,
      Photo photo,
      List<Rendition> renditions,
      float minConfidence,
      int maxLabels) {}

  private final Labelling labelling;
  private final JobStore jobs;

  public DetectLabels() {
    this(System.getenv());
  }

  /**
   * @param environment {@code TABLE}, {@code RENDITIONS_BUCKET}
   */
  public DetectLabels(Map<String, String> environment) {
    this(new Environment(environment));
  }

  private DetectLabels(Environment environment) {
    this(
        new Labelling(Aws.rekognition(), environment.text("RENDITIONS_BUCKET")),
        new DynamoJobStore(Aws.dynamo(), environment.text("TABLE"), Clock.systemUTC()));
  }

  DetectLabels(Labelling labelling, JobStore jobs) {
    super(Request.class);
    this.labelling = labelling;
    this.jobs = jobs;
  }

  @Override
  Analysis handle(Request request) {
    Analysis analysis = analyse(request);
    jobs.finished(request.photo().ref(), request.executionArn(), Step.DETECT_LABELS);
    return analysis;
  }

  /**
   * Asks Rekognition.
   *
   * @throws Throttled when it is at its quota: the job says so
   * @throws JobDeleted when the rendition is gone because its image is, or nobody waits any more
   */
  private Analysis analyse(Request request) {
    try {
      return AwsFailures.named(
          () ->
              labelling.analyse(
                  request.renditions(), request.minConfidence(), request.maxLabels()));
    } catch (Throttled e) {
      say(request, Wait.LABELS, e);
      throw e;
    } catch (InvalidS3ObjectException e) {
      JobRef ref = request.photo().ref();
      if (jobs.find(ref).isEmpty()) {
        throw new JobDeleted(ref);
      }
      throw e;
    }
  }

  /** What keeps the job waiting is said once; that it cannot be said keeps nobody from waiting. */
  private void say(Request request, Wait wait, Throttled why) {
    try {
      jobs.waiting(request.photo().ref(), request.executionArn(), wait);
    } catch (AwsServiceException | SdkClientException | Contention | UncheckedIOException e) {
      why.addSuppressed(e);
    }
  }
}
