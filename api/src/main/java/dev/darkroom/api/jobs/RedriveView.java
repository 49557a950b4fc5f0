package dev.darkroom.api.jobs;

import dev.darkroom.core.JobStatus;
import dev.darkroom.core.redrive.Reason;
import dev.darkroom.core.redrive.Redriven;
import dev.darkroom.core.redrive.Way;

/** A job that is processed again, as clients see it: {@code Redrive} of {@code openapi.yaml}. */
public record RedriveView(String jobId, JobStatus status, Way redrive, Reason reason, String step) {

  static RedriveView of(Redriven redriven) {
    return new RedriveView(
        redriven.job().jobId(),
        redriven.job().status(),
        redriven.way(),
        redriven.reason(),
        redriven.step());
  }
}
