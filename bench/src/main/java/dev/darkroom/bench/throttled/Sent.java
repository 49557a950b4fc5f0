package dev.darkroom.bench.throttled;

import java.time.Instant;

/**
 * A photo that S3 has accepted.
 *
 * @param acceptedAt when the PUT was answered
 */
record Sent(String jobId, Instant acceptedAt) {}
