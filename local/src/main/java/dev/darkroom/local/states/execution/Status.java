package dev.darkroom.local.states.execution;

/** How an execution stands. */
public enum Status {
  RUNNING,
  SUCCEEDED,
  FAILED,
  TIMED_OUT,
  ABORTED
}
