package dev.darkroom.steps;

import dev.darkroom.core.Environment;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Step;
import dev.darkroom.core.dynamo.DynamoJobStore;
import dev.darkroom.imaging.RenditionSpec;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;

/** Decodes the original once and writes every rendition. */
public final class Resize extends StepHandler<Resize.Request, Resize.Resized> {

  /**
   * The step's input.
   *
   * @param executionArn the execution that holds the job
   * @param renditions what to make, as {@link RenditionSpec#parseList} reads it
   * @param maxPixels the largest picture to decode, as width times height
   * @param keepPosition whether the place where the photo was taken may be recorded
   */
  public record Request(
      String executionArn, Photo photo, String renditions, long maxPixels, boolean keepPosition) {}

  /**
   * The step's output.
   *
   * @param renditions what was written, largest first
   * @param picture what the original is
   */
  public record Resized(List<Rendition> renditions, PictureFacts picture) {}

  private final RenditionWriter writer;
  private final JobStore jobs;

  public Resize() {
    this(System.getenv());
  }

  /**
   * @param environment {@code TABLE}, {@code RENDITIONS_BUCKET}
   */
  public Resize(Map<String, String> environment) {
    this(new Environment(environment), Aws.s3());
    Priming.run();
  }

  private Resize(Environment environment, S3Client s3) {
    this(
        new RenditionWriter(new Originals(s3), s3, environment.text("RENDITIONS_BUCKET")),
        new DynamoJobStore(Aws.dynamo(), environment.text("TABLE"), Clock.systemUTC()));
  }

  Resize(RenditionWriter writer, JobStore jobs) {
    super(Request.class);
    this.writer = writer;
    this.jobs = jobs;
  }

  @Override
  Resized handle(Request request) {
    Resized resized =
        writer.write(
            request.photo(),
            RenditionSpec.parseList(request.renditions()),
            request.maxPixels(),
            request.keepPosition());
    jobs.finished(request.photo().ref(), request.executionArn(), Step.RESIZE);
    return resized;
  }
}
