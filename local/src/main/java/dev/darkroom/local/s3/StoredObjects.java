package dev.darkroom.local.s3;

import dev.darkroom.local.rekognition.ObjectNotFound;
import java.io.IOException;
import org.gaul.s3proxy.blobstore.BlobStore;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Reads objects for a service that acts for a caller, as Rekognition does. */
public final class StoredObjects {
  private static final int NOT_FOUND = 404;

  private final BlobStore store;

  public StoredObjects(BlobStore store) {
    this.store = store;
  }

  /**
   * The bytes of an object.
   *
   * @param version null for the newest
   * @throws ObjectNotFound when there is no such object
   */
  public byte[] read(String bucket, String key, String version) throws ObjectNotFound, IOException {
    GetObjectRequest request =
        GetObjectRequest.builder().bucket(bucket).key(key).versionId(version).build();
    try (var object = store.getBlob(request)) {
      if (object == null) {
        throw new ObjectNotFound(bucket, key);
      }
      return object.readAllBytes();
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND) {
        throw new ObjectNotFound(bucket, key);
      }
      throw e;
    }
  }
}
