package dev.darkroom.local.states.execution;

import java.time.Instant;
import java.util.Optional;

/**
 * How a call to redrive an execution was answered.
 *
 * @param run which run is to begin; empty when the same call had begun one before
 */
public record Redrive(Instant date, Optional<Integer> run) {}
