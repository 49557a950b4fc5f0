package dev.darkroom.local.http;

/** An error that an AWS service answers with: a code that SDKs map to an exception class. */
public final class AwsError extends RuntimeException {
  private final int status;
  private final String code;

  /**
   * @param status the HTTP status: 4xx for the caller's faults, 5xx for the service's
   * @param code the error's code in the service's API reference, as {@code ExecutionDoesNotExist}
   * @param message what is wrong, for a person
   */
  public AwsError(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** A fault of the caller, answered with 400. */
  public static AwsError badRequest(String code, String message) {
    return new AwsError(400, code, message);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }
}
