package dev.darkroom.local.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** All that the table and the two buckets hold at one moment, by whom it belongs to. */
final class World {
  private static final Pattern OWNER = Pattern.compile("sweeper-\\d+");

  private final Map<String, Belongings> byOwner = new TreeMap<>();

  /** What somebody has. Objects are by their keys. */
  record Belongings(
      List<Map<String, AttributeValue>> items,
      Map<String, byte[]> originals,
      Map<String, byte[]> renditions) {

    Belongings() {
      this(new ArrayList<>(), new TreeMap<>(), new TreeMap<>());
    }
  }

  private World() {}

  static World of(Deployment deployed) {
    World world = new World();
    deployed.table().items().forEach(item -> world.of(item.toString()).items().add(item));
    read(deployed.s3(), deployed.bucket("UploadsBucketName"))
        .forEach((key, bytes) -> world.of(key).originals().put(key, bytes));
    read(deployed.s3(), deployed.bucket("RenditionsBucketName"))
        .forEach((key, bytes) -> world.of(key).renditions().put(key, bytes));
    return world;
  }

  Belongings of(Run run) {
    return of(run.owner());
  }

  /** What belongs to somebody; under no name, what belongs to nobody. */
  Belongings of(String text) {
    Matcher owner = OWNER.matcher(text);
    return byOwner.computeIfAbsent(owner.find() ? owner.group() : "", any -> new Belongings());
  }

  private static Map<String, byte[]> read(S3Client s3, String bucket) {
    Map<String, byte[]> objects = new TreeMap<>();
    for (S3Object object : s3.listObjectsV2Paginator(list -> list.bucket(bucket)).contents()) {
      objects.put(
          object.key(),
          s3.getObjectAsBytes(get -> get.bucket(bucket).key(object.key())).asByteArray());
    }
    return objects;
  }
}
