package dev.darkroom.core.dynamo;

import dev.darkroom.core.JobRef;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The names of the table's keys and indexes, as {@code template.yaml} declares them. */
final class Keys {
  static final String PK = "PK";
  static final String SK = "SK";

  /** Finds a job by its id; holds keys only. */
  static final String BY_JOB_ID = "GSI1";

  /** The partition key of GSI2, which holds only jobs that are PROCESSING. */
  static final String IN_FLIGHT = "inFlight";

  private static final int IN_FLIGHT_SHARDS = 8;

  private Keys() {}

  static Map<String, AttributeValue> job(JobRef ref) {
    return Map.of(
        PK, AttributeValue.fromS("OWNER#" + ref.owner()),
        SK, AttributeValue.fromS("JOB#" + ref.jobId()));
  }

  static JobRef ref(Map<String, AttributeValue> key) {
    return new JobRef(
        key.get(PK).s().substring("OWNER#".length()), key.get(SK).s().substring("JOB#".length()));
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
