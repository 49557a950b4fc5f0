package dev.darkroom.core.s3;

import dev.darkroom.core.JobRef;
import dev.darkroom.core.ObjectKeys;
import dev.darkroom.core.Original;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * What is kept of images in the two buckets.
 *
 * @param uploads the bucket of the originals
 * @param renditions the bucket of the renditions
 */
public record ImageObjects(S3Client s3, String uploads, String renditions) {

  /**
   * Deletes an image's original and renditions. Asking again changes nothing, and goes on where a
   * deletion broke off.
   *
   * @param original the original, if it may be elsewhere than where announced uploads are put
   */
  public void delete(JobRef ref, Optional<Original> original) {
    deleteBelow(uploads, ObjectKeys.originals(ref));
    original
        .filter(object -> !object.key().startsWith(ObjectKeys.originals(ref)))
        .filter(this::isStill)
        .ifPresent(object -> delete(uploads, object.key()));
    deleteBelow(renditions, ObjectKeys.renditions(ref));
  }

  private void deleteBelow(String bucket, String prefix) {
    s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).stream()
        .flatMap(page -> listed(page).stream())
        .forEach(object -> delete(bucket, object.key()));
  }

  /** Where somebody put an object by hand, another one may stand by now, of another image. */
  private boolean isStill(Original original) {
    String key = original.key();
    // Itself is the first.
    return listed(s3.listObjectsV2(list -> list.bucket(uploads).prefix(key).maxKeys(1))).stream()
        .filter(object -> object.key().equals(key))
        .anyMatch(object -> object.eTag().replace("\"", "").equals(original.eTag()));
  }

  /** An answer that does not even tell whether there is more, is none: nothing is gone by it. */
  private static List<S3Object> listed(ListObjectsV2Response page) {
    if (page.isTruncated() == null) {
      throw RetryableException.create("S3 did not list the objects.");
    }
    return page.contents();
  }

  private void delete(String bucket, String key) {
    s3.deleteObject(delete -> delete.bucket(bucket).key(key));
  }
}
