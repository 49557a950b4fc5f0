package dev.darkroom.api.uploads;

import dev.darkroom.api.http.Request;
import dev.darkroom.core.Environment;
import dev.darkroom.core.UploadAllowance;

/**
 * What may be uploaded, as the variables of the API's stage say; so a change of the template's
 * parameters is in force at once.
 *
 * @param maximumBytes {@code MAX_BYTES}: the largest file, up to S3's 5 GiB for one PUT
 * @param allowance {@code UPLOADS_PER_HOUR} and {@code BYTES_PER_DAY}
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-stages.html">Stages
 *     of an HTTP API</a>
 */
record UploadRules(long maximumBytes, UploadAllowance allowance) {
  private static final long LARGEST_PUT = 5L << 30;
  private static final long MOST_UPLOADS = 100_000;

  /** What every JSON number holds exactly, whatever reads it. */
  private static final long MOST_BYTES = (1L << 53) - 1;

  /**
   * The rules that hold for a request.
   *
   * @throws IllegalArgumentException naming the variable that is missing or out of range
   */
  static UploadRules of(Request request) {
    Environment stage = new Environment(request.stageVariables());
    return new UploadRules(
        stage.number("MAX_BYTES", LARGEST_PUT),
        new UploadAllowance(
            stage.number("UPLOADS_PER_HOUR", MOST_UPLOADS),
            stage.number("BYTES_PER_DAY", MOST_BYTES)));
  }
}
