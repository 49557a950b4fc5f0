package dev.darkroom.api.jobs;

import dev.darkroom.api.http.Refusal;
import dev.darkroom.core.JobStatus;

/** A job that has not failed is not processed again. */
public final class NothingToRedrive extends Refusal {
  NothingToRedrive(JobStatus status) {
    super(409, "not-failed", "The job has not failed", detail(status));
  }

  private static String detail(JobStatus status) {
    return switch (status) {
      case AWAITING_UPLOAD ->
          "The file has not arrived. PUT it to the uploadUrl, or announce it again when that has"
              + " ended.";
      case REJECTED ->
          "The job is REJECTED: the file is to blame, and would be rejected again. The job's error"
              + " tells why; upload another file.";
      default -> "The job is " + status + ": there is nothing to do again.";
    };
  }
}
