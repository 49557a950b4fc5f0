package dev.darkroom.core.redrive;

import dev.darkroom.core.Failure;
import dev.darkroom.core.Job;
import dev.darkroom.core.Step;

/**
 * A job that is processed again.
 *
 * @param job as it is now
 * @param way how; null when the job is PROCESSING and nobody has ever redriven it
 * @param reason why it was restarted; null when it was resumed, and of what an earlier call did
 * @param step the state that the execution goes on with
 * @param isNew whether this call did it, and no earlier one
 */
public record Redriven(Job job, Way way, Reason reason, String step, boolean isNew) {

  static Redriven resumed(Job failed, Job now) {
    Failure failure = failed.error() == null ? null : failed.error().failure();
    String step =
        failure == null || failure.step() == null
            ? Step.after(now.step()).stateName()
            : failure.step();
    return new Redriven(now, Way.RESUMED, null, step, true);
  }

  static Redriven restarted(Job now, Reason reason) {
    return new Redriven(now, Way.RESTARTED, reason, Step.VALIDATE.stateName(), true);
  }

  /** What is told of a job that is PROCESSING anyway. */
  static Redriven before(Job job) {
    Way way = null;
    if (job.redrives() > 0) {
      way = NewExecution.isOf(job) ? Way.RESTARTED : Way.RESUMED;
    }
    return new Redriven(job, way, null, Step.after(job.step()).stateName(), false);
  }
}
