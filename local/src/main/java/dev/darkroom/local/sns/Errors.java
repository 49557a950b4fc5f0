package dev.darkroom.local.sns;

import dev.darkroom.local.http.AwsError;

/** The errors that several SNS operations answer with. */
final class Errors {
  private Errors() {}

  static AwsError invalid(String what) {
    return AwsError.badRequest("InvalidParameter", "Invalid parameter: " + what);
  }

  static AwsError unsupported(String parameter) {
    return invalid(parameter + " Reason: " + parameter + " is not supported locally");
  }

  static AwsError notFound(String what) {
    return new AwsError(404, "NotFound", what + " does not exist");
  }

  /** Refuses what is no ARN at all, as SNS does before it looks for the resource. */
  static void checkArn(String parameter, String arn) {
    int elements = arn.split(":", -1).length;
    if (elements < 6) {
      throw invalid(parameter + " Reason: An ARN must have at least 6 elements, not " + elements);
    }
  }
}
