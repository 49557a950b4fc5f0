package dev.darkroom.core.redrive;

/** How a job is processed again. */
public enum Way {
  /** Its execution goes on at the step that failed. */
  RESUMED,
  /** Another execution begins with the original. */
  RESTARTED
}
