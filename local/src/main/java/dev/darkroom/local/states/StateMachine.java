package dev.darkroom.local.states;

import dev.darkroom.local.states.asl.Machine;
import java.time.Instant;

/**
 * A state machine of the service.
 *
 * @param definition the text it was made from
 */
record StateMachine(
    String arn, String name, String definition, String roleArn, Instant created, Machine machine) {}
