package dev.darkroom.local.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * Builds the events that S3 sends to EventBridge.
 *
 * <p>The key is as it is. S3's classic notifications encode it like a URL; EventBridge's do not.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">EventBridge
 *     event message structure</a>
 */
public final class S3Events {
  private static final String REQUEST_ID = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  private final String accountId;

  /**
   * @param accountId the account that owns the buckets and makes the requests
   */
  public S3Events(String accountId) {
    this.accountId = accountId;
  }

  /**
   * An object is created; the bus fills in what is the same for all events.
   *
   * @param size in bytes
   * @param etag with or without its quotes; the event has none
   * @param versionIdOrNull null in a bucket that keeps no versions
   * @param sequencer hexadecimal; of two events for one key the later has the greater
   * @param reason the call that made it: {@code PutObject}, {@code POST Object}, {@code CopyObject}
   *     or {@code CompleteMultipartUpload}
   */
  public ObjectNode objectCreated(
      String bucket,
      String key,
      long size,
      String etag,
      String versionIdOrNull,
      String sequencer,
      String reason) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("detail-type", "Object Created").put("source", "aws.s3");
    event.putArray("resources").add("arn:aws:s3:::" + bucket);
    ObjectNode detail = event.putObject("detail").put("version", "0");
    detail.putObject("bucket").put("name", bucket);
    ObjectNode object = detail.putObject("object");
    object.put("key", key).put("size", size).put("etag", etag.replace("\"", ""));
    if (versionIdOrNull != null) {
      object.put("version-id", versionIdOrNull);
    }
    object.put("sequencer", sequencer);
    detail.put("request-id", requestId()).put("requester", accountId);
    detail.put("source-ip-address", "127.0.0.1").put("reason", reason);
    return event;
  }

  private static String requestId() {
    Random random = ThreadLocalRandom.current();
    return random
        .ints(16, 0, REQUEST_ID.length())
        .mapToObj(i -> String.valueOf(REQUEST_ID.charAt(i)))
        .collect(Collectors.joining());
  }
}
