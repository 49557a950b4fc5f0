package dev.darkroom.core.redrive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.ObjectKeys;
import dev.darkroom.core.ObjectKeys.OriginalKey;
import dev.darkroom.core.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The input of an execution: S3's event, or what stands for it when a job is restarted.
 *
 * @param time when the object was written, ISO 8601
 * @param detail the bucket and the object
 * @param job whose execution it is; null in S3's event, which tells it by the key
 */
record ExecutionInput(String time, Detail detail, JobRef job) {
  private static final ObjectMapper JSON = Json.mapper();

  record Detail(Bucket bucket, S3Object object) {}

  record Bucket(String name) {}

  record S3Object(String key, long size, String etag, String sequencer) {}

  /** The same for a job, whenever it is asked for. */
  static ExecutionInput of(Job job, String bucket) {
    S3Object object = new S3Object(job.original().key(), job.bytes(), job.original().eTag(), null);
    return new ExecutionInput(
        Json.time(job.createdAt()), new Detail(new Bucket(bucket), object), job.ref());
  }

  /** Empty when the text is no such input. */
  static Optional<ExecutionInput> read(String json) {
    try {
      return Optional.ofNullable(JSON.readValue(json, ExecutionInput.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An input cannot be written as JSON.", e);
    }
  }

  /** Empty when the input does not say whose it is. */
  Optional<JobRef> ref() {
    if (job != null) {
      return Optional.of(job);
    }
    if (detail == null || detail.bucket() == null || detail.object() == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(detail.object().key())
        .flatMap(ObjectKeys::parseOriginal)
        .flatMap(key -> jobId(key).map(jobId -> new JobRef(key.owner(), jobId)));
  }

  private Optional<String> jobId(OriginalKey key) {
    return key.jobId().or(this::derivedId);
  }

  private Optional<String> derivedId() {
    try {
      S3Object object = detail.object();
      return Optional.of(
          JobIds.derived(
              Instant.parse(time), detail.bucket().name(), object.key(), object.sequencer()));
    } catch (DateTimeException | NullPointerException e) {
      return Optional.empty();
    }
  }
}
