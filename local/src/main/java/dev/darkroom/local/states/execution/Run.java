package dev.darkroom.local.states.execution;

import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * What all states of one execution share.
 *
 * @param random for jitter
 */
record Run(
    Execution execution,
    Time time,
    Integrations integrations,
    Executor threads,
    RandomGenerator random) {}
