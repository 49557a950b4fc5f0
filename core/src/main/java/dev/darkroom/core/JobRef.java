package dev.darkroom.core;

/**
 * What finds a job: its owner and its id.
 *
 * @param owner the uploader's {@code sub}
 * @param jobId a ULID
 */
public record JobRef(String owner, String jobId) {}
