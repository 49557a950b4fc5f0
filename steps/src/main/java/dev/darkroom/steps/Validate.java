package dev.darkroom.steps;

import dev.darkroom.core.Environment;
import dev.darkroom.core.UploadEvent;
import dev.darkroom.core.dynamo.DynamoJobStore;
import java.time.Clock;
import java.util.Map;

/** Claims the job and refuses what is not a picture that Darkroom accepts. */
public final class Validate extends StepHandler<Validate.Request, Photo> {

  /**
   * The step's input.
   *
   * @param event the upload
   * @param executionArn the execution that is to hold the job
   * @param limits what to refuse
   */
  public record Request(UploadEvent event, String executionArn, Limits limits) {}

  private final UploadValidation validation;

  public Validate() {
    this(System.getenv());
  }

  /**
   * @param environment {@code TABLE}
   */
  public Validate(Map<String, String> environment) {
    this(new Environment(environment));
  }

  private Validate(Environment environment) {
    this(
        new UploadValidation(
            new DynamoJobStore(Aws.dynamo(), environment.text("TABLE"), Clock.systemUTC()),
            new Originals(Aws.s3()),
            Clock.systemUTC()));
  }

  Validate(UploadValidation validation) {
    super(Request.class);
    this.validation = validation;
  }

  @Override
  Photo handle(Request request) {
    return validation.validate(request.event(), request.executionArn(), request.limits());
  }
}
