package dev.darkroom.steps;

/** What was done of a job whose execution does nothing any more. */
enum Settled {
  /** Nothing: it is another execution's, or goes on, or is settled and told. */
  NOTHING,
  /** Nothing yet: its execution is at work. */
  RUNNING,
  /** The job is FAILED, and its uploader told. */
  FAILED,
  /** The job had ended, and its uploader is told now. */
  TOLD,
  /** The image was deleted, and its objects are gone. */
  DELETED
}
