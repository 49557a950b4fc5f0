package dev.darkroom.local.sweep;

/**
 * What becomes of events about a job on their way to the event bus.
 *
 * @param which the events it is about
 */
record EventChange(Which which, What what) {

  /** Kinds of events. */
  enum Which {
    /** S3's "Object Created". */
    UPLOAD,
    /** Step Functions' "Execution Status Change" to FAILED, TIMED_OUT or ABORTED. */
    FAILURE
  }

  /** What may become of an event: they come at least once, in any order; status changes may not. */
  enum What {
    LOST,
    TWICE,
    LATE
  }

  @Override
  public String toString() {
    return which + " event " + what;
  }
}
