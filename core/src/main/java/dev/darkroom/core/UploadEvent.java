package dev.darkroom.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.core.ObjectKeys.OriginalKey;
import dev.darkroom.core.json.Json;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * The input of an execution: what the pipeline needs of S3's "Object Created" event, or what stands
 * for it when a job is restarted. EventBridge carries the key as it is, not URL-encoded.
 *
 * @param time when the object was written, ISO 8601
 * @param detail the bucket and the object
 * @param job whose object it is; given by a redrive that begins anew, null in S3's event
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">Events from
 *     S3</a>
 */
public record UploadEvent(String time, Detail detail, JobRef job) {
  private static final ObjectMapper JSON = Json.mapper();

  /** What happened, and to which object. */
  public record Detail(Bucket bucket, S3Object object) {}

  /** The bucket. */
  public record Bucket(String name) {}

  /**
   * The object.
   *
   * @param size in bytes
   * @param etag the entity tag, without quotes
   * @param sequencer orders the writes of one key; no two writes share it
   */
  public record S3Object(String key, long size, String etag, String sequencer) {}

  /** What restarts a job; the same whenever it is asked for. */
  public static UploadEvent of(Job job, String bucket) {
    S3Object object = new S3Object(job.original().key(), job.bytes(), job.original().eTag(), null);
    return new UploadEvent(
        Json.time(job.createdAt()), new Detail(new Bucket(bucket), object), job.ref());
  }

  /**
   * Reads the input of an execution.
   *
   * @throws NotAnUpload when it is something else
   */
  public static UploadEvent read(String input) {
    try {
      UploadEvent event = input == null ? null : JSON.readValue(input, UploadEvent.class);
      if (event == null) {
        throw NotAnUpload.noEvent(null);
      }
      return event;
    } catch (JsonProcessingException e) {
      throw NotAnUpload.noEvent(e);
    }
  }

  /** The input of an execution. */
  public String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An input cannot be written as JSON.", e);
    }
  }

  /** The name of the bucket. */
  public String bucket() {
    return detail.bucket().name();
  }

  /** The object's key. */
  public String key() {
    return detail.object().key();
  }

  /**
   * The job of this upload: as the input or the key says, or for an object that an operator put
   * there, one derived from the event.
   *
   * @throws NotAnUpload when there is no object, or its key does not say whose it is
   */
  public JobRef ref() {
    OriginalKey key = originalKey();
    return job != null ? job : new JobRef(key.owner(), key.jobId().orElseGet(this::derivedId));
  }

  /** The last part of the key. */
  public String fileName() {
    return originalKey().fileName();
  }

  /**
   * What an execution that was started by this event claims.
   *
   * @throws NotAnUpload as {@link #ref} does
   */
  public Claim claim(String executionArn, Instant at) {
    JobRef ref = ref();
    S3Object object = detail.object();
    return new Claim(
        ref,
        executionArn,
        new Original(object.key(), object.etag()),
        fileName(),
        object.size(),
        at);
  }

  private String derivedId() {
    if (time == null || detail.object().sequencer() == null) {
      throw NotAnUpload.noWrite(key(), null);
    }
    try {
      return JobIds.derived(Instant.parse(time), bucket(), key(), detail.object().sequencer());
    } catch (DateTimeException e) {
      throw NotAnUpload.noWrite(key(), e);
    }
  }

  private OriginalKey originalKey() {
    if (detail == null
        || detail.bucket() == null
        || detail.bucket().name() == null
        || detail.object() == null
        || detail.object().key() == null) {
      throw NotAnUpload.noEvent(null);
    }
    return ObjectKeys.parseOriginal(key()).orElseThrow(() -> NotAnUpload.noOwner(key()));
  }
}
