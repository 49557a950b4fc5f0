package dev.darkroom.local.cloud;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * All that there is of an owner's images: records and index entries, which a scan finds wherever
 * they stand, and objects.
 *
 * @param items by partition and sort key; without {@code version} and {@code updatedAt}, which a
 *     write that changes nothing else may move
 * @param objects type and SHA-256 of what they hold, by bucket and key
 */
record Footprint(Map<String, Map<String, AttributeValue>> items, Map<String, String> objects) {
  private static final Set<String> TIMES = Set.of("version", "updatedAt");

  static Footprint of(RunningCloud running, String owner) {
    return new Footprint(items(running, owner), objects(running, owner));
  }

  /** A job's record; empty when there is none. */
  Map<String, AttributeValue> job(String owner, String jobId) {
    return items.getOrDefault("OWNER#" + owner + " JOB#" + jobId, Map.of());
  }

  /**
   * The same with other names for what is of one run alone, and without the times of that run: so
   * that two runs can be compared.
   *
   * @param names what to write in place of each id
   */
  Footprint named(Map<String, String> names) {
    Map<String, Map<String, AttributeValue>> namedItems = new TreeMap<>();
    items.forEach(
        (key, item) -> {
          AttributeValue named = named(AttributeValue.fromM(item), names);
          Map<String, AttributeValue> rest = new HashMap<>(named.m());
          rest.remove("createdAt");
          namedItems.put(named(key, names), rest);
        });
    Map<String, String> namedObjects = new TreeMap<>();
    objects.forEach((key, object) -> namedObjects.put(named(key, names), object));
    return new Footprint(namedItems, namedObjects);
  }

  private static AttributeValue named(AttributeValue value, Map<String, String> names) {
    return switch (value.type()) {
      case S -> AttributeValue.fromS(named(value.s(), names));
      case L -> AttributeValue.fromL(value.l().stream().map(each -> named(each, names)).toList());
      case M -> {
        Map<String, AttributeValue> named = new HashMap<>();
        value.m().forEach((name, each) -> named.put(name, named(each, names)));
        yield AttributeValue.fromM(named);
      }
      default -> value;
    };
  }

  private static String named(String text, Map<String, String> names) {
    String named = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      named = named.replace(name.getKey(), name.getValue());
    }
    return named;
  }

  private static Map<String, Map<String, AttributeValue>> items(
      RunningCloud running, String owner) {
    Map<String, Map<String, AttributeValue>> found = new TreeMap<>();
    String table = running.cloud().outputs().get("TableName");
    try (DynamoDbClient dynamo =
        DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build()) {
      dynamo.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream()
          .filter(item -> item.toString().contains(owner) && isOfAnImage(item))
          .forEach(
              item -> found.put(item.get("PK").s() + " " + item.get("SK").s(), withoutTimes(item)));
    }
    return found;
  }

  /** An owner's profile and limits are written to by others than the pipeline. */
  private static boolean isOfAnImage(Map<String, AttributeValue> item) {
    return !item.get("PK").s().startsWith("LIMIT#") && !item.get("SK").s().equals("PROFILE");
  }

  private static Map<String, AttributeValue> withoutTimes(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> rest = new HashMap<>(item);
    rest.keySet().removeAll(TIMES);
    return rest;
  }

  private static Map<String, String> objects(RunningCloud running, String owner) {
    Map<String, String> found = new TreeMap<>();
    addObjects(running.s3(), running.uploadsBucket(), "uploads/" + owner + "/", found);
    addObjects(running.s3(), running.renditionsBucket(), "renditions/" + owner + "/", found);
    return found;
  }

  private static void addObjects(
      S3Client s3, String bucket, String prefix, Map<String, String> found) {
    for (S3Object object :
        s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents()) {
      var bytes = s3.getObjectAsBytes(get -> get.bucket(bucket).key(object.key()));
      found.put(
          bucket + " " + object.key(),
          bytes.response().contentType() + " " + sha256(bytes.asByteArrayUnsafe()));
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
