package dev.darkroom.local.states.asl;

import java.util.Optional;

/**
 * A state machine's definition, read and checked.
 *
 * @param timeoutSeconds after how many seconds an execution ends as TIMED_OUT
 */
public record Machine(Flow flow, Optional<Integer> timeoutSeconds) {}
