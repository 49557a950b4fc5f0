package dev.darkroom.local.events;

import java.time.Clock;

/**
 * How deliveries pass their time.
 *
 * @param schedule runs them
 * @param backoff the pauses between retries
 * @param clock by which an event becomes too old
 */
record Timing(Schedule schedule, Backoff backoff, Clock clock) {}
