package dev.darkroom.local.states.execution;

import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * What all states of one execution share.
 *
 * @param number how often the execution was redriven before
 * @param random for jitter
 */
record Run(
    Execution execution,
    int number,
    Time time,
    Integrations integrations,
    Executor threads,
    RandomGenerator random) {}
