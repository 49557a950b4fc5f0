package dev.darkroom.steps;

import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Reads originals: always the very bytes that the upload's event named, by their entity tag. */
final class Originals {
  private static final int PRECONDITION_FAILED = 412;

  private final S3Client s3;

  Originals(S3Client s3) {
    this.s3 = s3;
  }

  /** What reads an original. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResponseInputStream<GetObjectResponse> original) throws IOException;
  }

  /**
   * Opens an original for a reader, which may leave the rest of it unread.
   *
   * @throws InvalidImage when the object was deleted or overwritten since the event
   */
  <T> T read(String bucket, String key, String eTag, Reader<T> reader) {
    try (ResponseInputStream<GetObjectResponse> original =
        s3.getObject(get -> get.bucket(bucket).key(key).ifMatch(eTag))) {
      try {
        return reader.read(original);
      } finally {
        original.abort(); // Closing would read an unread rest to its end.
      }
    } catch (NoSuchKeyException e) {
      throw new InvalidImage(
          "DELETED", "The file was deleted before it could be processed. Upload it again.");
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED) {
        throw new InvalidImage(
            "REPLACED", "Another file took this one's place before it could be processed.");
      }
      throw e;
    } catch (IOException e) {
      throw RetryableException.create("Reading " + key + " broke off.", e);
    }
  }
}
