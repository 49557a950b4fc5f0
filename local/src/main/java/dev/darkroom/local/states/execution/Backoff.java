package dev.darkroom.local.states.execution;

import java.time.Instant;
import java.util.List;

/**
 * A pause before a state is tried again.
 *
 * @param attempts how many retries each of the state's retriers has given so far
 * @param retries how many the state has had with the one to come
 * @param until when the pause ends
 */
record Backoff(List<Integer> attempts, int retries, Instant until) {}
