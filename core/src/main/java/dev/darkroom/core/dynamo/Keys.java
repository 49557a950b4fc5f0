package dev.darkroom.core.dynamo;

import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.LabelName;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The names of the table's keys and indexes, as {@code template.yaml} declares them. */
final class Keys {
  static final String PK = "PK";
  static final String SK = "SK";

  /** Finds a job by its id; holds keys only. */
  static final String BY_JOB_ID = "GSI1";

  /** Finds an owner's jobs of one status; holds keys only. */
  static final String BY_STATUS = "GSI3";

  /** The partition key of GSI3. */
  static final String OWNER_STATUS = "ownerStatus";

  /** The version of an item's form; items from before it was counted have none. */
  static final String SCHEMA = "schema";

  static final int CURRENT_SCHEMA = 2;

  /** When an item expires, in epoch seconds. */
  static final String TTL = "ttl";

  /** Finds the jobs that there is work left on; holds keys only. */
  static final String WORK_LEFT = "GSI2";

  /** The partition key of GSI2; only jobs have it that there is work left on. */
  static final String IN_FLIGHT = "inFlight";

  static final int IN_FLIGHT_SHARDS = 8;
  private static final String OWNER = "OWNER#";
  private static final String JOB = "JOB#";
  private static final String IMAGE = "IMAGE#";
  private static final String ALBUM = "ALBUM#";
  private static final String COMMENT = "COMMENT#";
  private static final String LABEL = "LABEL#";

  private Keys() {}

  /** What an item that is written says of its form. */
  static AttributeValue schemaWritten() {
    return AttributeValue.fromN(Integer.toString(CURRENT_SCHEMA));
  }

  static Map<String, AttributeValue> job(JobRef ref) {
    return key(owner(ref.owner()), JOB + ref.jobId());
  }

  static JobRef ref(Map<String, AttributeValue> key) {
    return new JobRef(
        key.get(PK).s().substring(OWNER.length()), key.get(SK).s().substring(JOB.length()));
  }

  /** The partition of what an owner has. */
  static String owner(String owner) {
    return OWNER + owner;
  }

  /** What the sort keys of an owner's jobs begin with. */
  static String jobs() {
    return JOB;
  }

  /** What the sort keys of an owner's label counts begin with. */
  static String labelCounts() {
    return LABEL;
  }

  static Map<String, AttributeValue> labelCount(String owner, String labelKey) {
    return key(owner(owner), LABEL + labelKey);
  }

  /** The partition of an owner's images that bear a label. */
  static String labelled(String owner, String label) {
    return LABEL + owner + "#" + LabelName.key(label);
  }

  static Map<String, AttributeValue> label(JobRef ref, String label) {
    return key(labelled(ref.owner(), label), ref.jobId());
  }

  /** The partition of an owner's captions. */
  static String captions(String owner) {
    return "CAPTION#" + owner;
  }

  static Map<String, AttributeValue> caption(JobRef ref) {
    return key(captions(ref.owner()), ref.jobId());
  }

  /** The partition of an album and of what is in it. */
  static String inAlbum(String albumId) {
    return ALBUM + albumId;
  }

  static Map<String, AttributeValue> album(String albumId) {
    return key(inAlbum(albumId), "ALBUM");
  }

  static Map<String, AttributeValue> imageInAlbum(String albumId, String jobId) {
    return key(inAlbum(albumId), IMAGE + jobId);
  }

  /** Lists an album among its owner's. */
  static Map<String, AttributeValue> ownersAlbum(String owner, String albumId) {
    return key(owner(owner), ALBUM + albumId);
  }

  /** The partition of the albums that are shared with an address. */
  static String viewer(String email) {
    return "VIEWER#" + email;
  }

  /** Lists an album among those that are shared with an address. */
  static Map<String, AttributeValue> viewersAlbum(String email, String albumId) {
    return key(viewer(email), ALBUM + albumId);
  }

  /** What the sort keys of albums in lists begin with. */
  static String albums() {
    return ALBUM;
  }

  /** What the sort keys of an album's images begin with. */
  static String images() {
    return IMAGE;
  }

  /** The partition of an image's comments. */
  static String comments(String jobId) {
    return IMAGE + jobId;
  }

  static Map<String, AttributeValue> comment(String jobId, String commentId) {
    return key(comments(jobId), COMMENT + commentId);
  }

  /** What the sort keys of an image's comments begin with. */
  static String commentPrefix() {
    return COMMENT;
  }

  static Map<String, AttributeValue> profile(String sub) {
    return key(owner(sub), "PROFILE");
  }

  /** The partition of {@link #BY_STATUS} that holds an owner's jobs of a status. */
  static String ownerStatus(String owner, JobStatus status) {
    return owner + "#" + status;
  }

  /** Jobs in flight are spread over partitions, so that none of them becomes hot. */
  static String inFlight(String jobId) {
    return inFlightShard(shard(jobId));
  }

  /** The same for deleted jobs whose objects are not known to be gone. */
  static String deleting(String jobId) {
    return deletingShard(shard(jobId));
  }

  /**
   * One of the partitions of jobs in flight.
   *
   * @param shard from 0, below {@link #IN_FLIGHT_SHARDS}
   */
  static String inFlightShard(int shard) {
    return "IN_FLIGHT#" + shard;
  }

  /** The same of deleted jobs. */
  static String deletingShard(int shard) {
    return "DELETING#" + shard;
  }

  static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of(PK, AttributeValue.fromS(partition), SK, AttributeValue.fromS(sort));
  }

  private static int shard(String jobId) {
    return Math.floorMod(jobId.hashCode(), IN_FLIGHT_SHARDS);
  }
}
