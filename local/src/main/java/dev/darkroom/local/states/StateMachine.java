package dev.darkroom.local.states;

import dev.darkroom.local.states.execution.Definition;
import java.time.Instant;

/**
 * A state machine of the service.
 *
 * @param definition what executions that start now run
 */
record StateMachine(String arn, String name, Instant created, Definition definition) {
  boolean isMadeLike(StateMachine other) {
    return definition.revisionId().equals(other.definition.revisionId());
  }
}
