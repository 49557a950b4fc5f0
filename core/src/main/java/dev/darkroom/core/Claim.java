package dev.darkroom.core;

import java.time.Instant;

/**
 * An execution's claim on a job.
 *
 * @param ref the job
 * @param executionArn who claims it
 * @param original the object, with the entity tag of its event
 * @param fileName the last part of the object's key
 * @param bytes size of the object
 * @param at when
 */
public record Claim(
    JobRef ref, String executionArn, Original original, String fileName, long bytes, Instant at) {

  /** What the execution that holds a job claimed. */
  public static Claim of(Job held, Instant at) {
    return new Claim(
        held.ref(), held.executionArn(), held.original(), held.fileName(), held.bytes(), at);
  }
}
