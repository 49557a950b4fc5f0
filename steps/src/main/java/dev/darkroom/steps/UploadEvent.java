package dev.darkroom.steps;

import dev.darkroom.core.Claim;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.ObjectKeys;
import dev.darkroom.core.ObjectKeys.OriginalKey;
import dev.darkroom.core.Original;
import java.time.Instant;

/**
 * What a step needs of S3's "Object Created" event. EventBridge carries the key as it is, not
 * URL-encoded.
 *
 * @param time when the object was written, ISO 8601
 * @param detail the bucket and the object
 * @param job whose object it is; given by a redrive that begins anew, null in S3's event
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">Events from
 *     S3</a>
 */
public record UploadEvent(String time, Detail detail, JobRef job) {

  /** S3's event. */
  UploadEvent(String time, Detail detail) {
    this(time, detail, null);
  }

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

  String bucket() {
    return detail.bucket().name();
  }

  String key() {
    return detail.object().key();
  }

  /**
   * The job of this upload: as the input or the key says, or for an object that an operator put
   * there, one derived from the event.
   *
   * @throws NotAnUpload when there is no object, or its key does not say whose it is
   */
  JobRef ref() {
    OriginalKey key = originalKey();
    if (job != null) {
      return job;
    }
    String jobId =
        key.jobId()
            .orElseGet(
                () ->
                    JobIds.derived(
                        Instant.parse(time), bucket(), key(), detail.object().sequencer()));
    return new JobRef(key.owner(), jobId);
  }

  String fileName() {
    return originalKey().fileName();
  }

  /** What an execution that was started by this event claims. */
  Claim claim(String executionArn, Instant at) {
    S3Object object = detail.object();
    return new Claim(
        ref(),
        executionArn,
        new Original(object.key(), object.etag()),
        fileName(),
        object.size(),
        at);
  }

  private OriginalKey originalKey() {
    if (detail == null
        || detail.bucket() == null
        || detail.object() == null
        || detail.object().key() == null) {
      throw NotAnUpload.noEvent();
    }
    return ObjectKeys.parseOriginal(key()).orElseThrow(() -> NotAnUpload.noOwner(key()));
  }
}
