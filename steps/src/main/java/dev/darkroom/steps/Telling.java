package dev.darkroom.steps;

import dev.darkroom.core.Job;
import dev.darkroom.core.JobConflict;
import dev.darkroom.core.JobDeleted;
import dev.darkroom.core.JobStore;
import java.util.Optional;

/**
 * Tells uploaders how their jobs ended, and records that they know. Between the two it may break
 * off: then the next attempt publishes again, under the same notification's id.
 */
final class Telling {
  private final JobStore jobs;
  private final OutcomeTopic outcomes;

  Telling(JobStore jobs, OutcomeTopic outcomes) {
    this.jobs = jobs;
    this.outcomes = outcomes;
  }

  /**
   * Tells the uploader, unless that was done.
   *
   * @param ended a job that has ended
   * @return the message's id as SNS gave it; empty when the uploader knew already
   * @throws JobConflict when the job goes on, or ended otherwise, since it was read
   * @throws JobDeleted when the job was deleted since it was read
   */
  Optional<String> tell(Job ended) {
    Optional<String> messageId =
        ended.isUntold() ? Optional.of(outcomes.publish(ended)) : Optional.empty();
    jobs.told(ended.ref(), ended.executionArn(), ended.status());
    return messageId;
  }
}
