package dev.darkroom.local.states;

import dev.darkroom.local.states.execution.Execution;
import dev.darkroom.local.states.execution.Identity;
import dev.darkroom.local.states.execution.Status;
import java.time.Instant;
import java.util.Optional;

/** What a listing shows of an execution. */
record Summary(
    Identity identity,
    Status status,
    Instant startDate,
    Optional<Instant> stopDate,
    int redriveCount,
    Optional<Instant> redriveDate) {

  static Summary of(Execution execution) {
    return new Summary(
        execution.identity(),
        execution.status(),
        execution.startDate(),
        execution.stopDate(),
        execution.redriveCount(),
        execution.redriveDate());
  }
}
