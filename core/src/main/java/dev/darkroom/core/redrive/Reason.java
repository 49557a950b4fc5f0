package dev.darkroom.core.redrive;

/** Why an execution cannot go on where it failed. */
public enum Reason {
  /** It failed more than 14 days ago. */
  EXECUTION_TOO_OLD,
  /** It would go on by the definition that it began with, and that is not the one in force. */
  DEFINITION_CHANGED,
  /** Step Functions does not know it: it never began, or ended more than 90 days ago. */
  EXECUTION_GONE,
  /** It has ended for good, or its history or its year is full. */
  EXECUTION_ENDED
}
