package dev.darkroom.steps;

import dev.darkroom.core.Environment;
import dev.darkroom.core.JobDeleted;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Step;
import dev.darkroom.core.dynamo.DynamoJobStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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
   * @throws JobDeleted when the rendition is gone because its image is
   */
  private Analysis analyse(Request request) {
    try {
      return labelling.analyse(request.renditions(), request.minConfidence(), request.maxLabels());
    } catch (InvalidS3ObjectException e) {
      JobRef ref = request.photo().ref();
      if (jobs.find(ref).isEmpty()) {
        throw new JobDeleted(ref);
      }
      throw e;
    }
  }
}
