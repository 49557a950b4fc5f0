package dev.darkroom.steps;

import dev.darkroom.core.JobRef;

/**
 * A validated upload, handed from step to step.
 *
 * @param owner the uploader's {@code sub}
 * @param jobId a ULID
 * @param bucket the uploads bucket
 * @param key the original's key
 * @param eTag of the very bytes that were validated, without quotes; later steps read no others
 * @param contentType what the bytes are
 */
public record Photo(
    String owner, String jobId, String bucket, String key, String eTag, String contentType) {

  JobRef ref() {
    return new JobRef(owner, jobId);
  }
}
