package dev.darkroom.core.dynamo;

import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The names of the table's keys and indexes, as {@code template.yaml} declares them. */
final class Keys {
  static final String PK = "PK";
  static final String SK = "SK";

  /** Finds a job by its id; holds keys only. */
  static final String BY_JOB_ID = "GSI1";

  /** Finds an owner's jobs of one status; holds keys only. */
  static final String BY_OWNER_AND_STATUS = "GSI3";

  /** The partition key of GSI3. */
  static final String OWNER_STATUS = "ownerStatus";

  /** The version of an item's form; items from before it was counted have none. */
  static final String SCHEMA = "schema";

  static final int CURRENT_SCHEMA = 2;

  /** When an item expires, in epoch seconds. */
  static final String TTL = "ttl";

  static final String JOB_PREFIX = "JOB#";

  /** The partition key of GSI2, which holds only jobs that are PROCESSING. */
  static final String IN_FLIGHT = "inFlight";

  private static final int IN_FLIGHT_SHARDS = 8;

  private Keys() {}

  static Map<String, AttributeValue> job(JobRef ref) {
    return Map.of(
        PK, AttributeValue.fromS("OWNER#" + ref.owner()),
        SK, AttributeValue.fromS(JOB_PREFIX + ref.jobId()));
  }

  static String ownerStatus(String owner, JobStatus status) {
    return owner + "#" + status.name();
  }

  static JobRef ref(Map<String, AttributeValue> key) {
    return new JobRef(
        key.get(PK).s().substring("OWNER#".length()),
        key.get(SK).s().substring(JOB_PREFIX.length()));
  }

  static Map<String, AttributeValue> label(JobRef ref, String label) {
    return Map.of(
        PK,
        AttributeValue.fromS("LABEL#" + ref.owner() + "#" + label.toLowerCase(Locale.ROOT)),
        SK,
        AttributeValue.fromS(ref.jobId()));
  }

  /** Jobs in flight are spread over partitions, so that none of them becomes hot. */
  static String inFlight(String jobId) {
    return "IN_FLIGHT#" + Math.floorMod(jobId.hashCode(), IN_FLIGHT_SHARDS);
  }
}
