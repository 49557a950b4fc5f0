package dev.darkroom.core.redrive;

import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * Whether an execution can go on.
 *
 * @param status how it stands; null when Step Functions does not know it
 * @param obstacle what keeps it from going on; null when nothing does
 */
record Prospect(ExecutionStatus status, Reason obstacle) {

  /** Whether it goes on already. */
  boolean isUnderWay() {
    return status == ExecutionStatus.RUNNING || status == ExecutionStatus.PENDING_REDRIVE;
  }

  /** Whether somebody else let it go on. */
  boolean isElsewhere() {
    return isUnderWay() || status == ExecutionStatus.SUCCEEDED;
  }
}
