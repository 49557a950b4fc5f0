package dev.darkroom.core.s3;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The few calls by which objects are found and deleted, on a map, two objects a page. For tests.
 */
public final class InMemoryS3 implements S3Client {
  private static final int PAGE = 2;

  private final NavigableMap<String, String> eTags = new ConcurrentSkipListMap<>();
  private final AtomicBoolean broken = new AtomicBoolean();

  /** Keeps an object, by its bucket and key. */
  public void put(String bucket, String key, String eTag) {
    eTags.put(bucket + "/" + key, eTag);
  }

  /** Buckets and keys of what is kept. */
  public List<String> keys() {
    return List.copyOf(eTags.keySet());
  }

  /** From now on each deletion fails as S3 does when it is not well; or not any more. */
  public void breakDeletions(boolean now) {
    broken.set(now);
  }

  @Override
  public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
    String start = request.bucket() + "/" + request.prefix();
    String after = Optional.ofNullable(request.continuationToken()).orElse(start);
    List<String> keys =
        eTags.tailMap(after, after.equals(start)).keySet().stream()
            .takeWhile(key -> key.startsWith(start))
            .limit(PAGE)
            .toList();
    boolean more =
        keys.size() == PAGE
            && Optional.ofNullable(eTags.higherKey(keys.get(PAGE - 1)))
                .filter(key -> key.startsWith(start))
                .isPresent();
    return ListObjectsV2Response.builder()
        .contents(
            keys.stream()
                .map(key -> object(key.substring(request.bucket().length() + 1), eTags.get(key)))
                .toList())
        .isTruncated(more)
        .nextContinuationToken(more ? keys.get(PAGE - 1) : null)
        .build();
  }

  @Override
  public DeleteObjectResponse deleteObject(DeleteObjectRequest request) {
    if (broken.get()) {
      throw S3Exception.builder()
          .statusCode(500)
          .awsErrorDetails(AwsErrorDetails.builder().errorCode("InternalError").build())
          .build();
    }
    eTags.remove(request.bucket() + "/" + request.key());
    return DeleteObjectResponse.builder().build();
  }

  private static S3Object object(String key, String eTag) {
    return S3Object.builder().key(key).eTag('"' + eTag + '"').build();
  }

  @Override
  public String serviceName() {
    return "s3";
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
