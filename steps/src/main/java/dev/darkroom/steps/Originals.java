package dev.darkroom.steps;

import dev.darkroom.imaging.UnreadableImage;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkClientException;
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
    T read(InputStream original) throws IOException;
  }

  /**
   * Opens an original for a reader, which may leave the rest of it unread. Before the reader's
   * refusal counts, the whole of the file is read: what was damaged on its way is nobody's file.
   *
   * @throws InvalidImage when the object was deleted or overwritten since the event
   * @throws UnreadableImage when the reader refuses the file
   * @throws RetryableException when reading breaks off, or damaged bytes arrive
   */
  <T> T read(String bucket, String key, String eTag, Reader<T> reader) {
    return open(
        bucket,
        key,
        eTag,
        original -> {
          try {
            return reader.read(original);
          } catch (UnreadableImage e) {
            original.requireWhole();
            throw e;
          }
        });
  }

  /**
   * Reads a whole original.
   *
   * @throws InvalidImage when the object was deleted or overwritten since the event
   * @throws RetryableException when reading breaks off, or damaged bytes arrive
   */
  byte[] readAll(String bucket, String key, String eTag) {
    return open(
        bucket,
        key,
        eTag,
        original -> {
          byte[] bytes = original.readAllBytes();
          original.requireWhole();
          return bytes;
        });
  }

  private interface Use<T> {
    T of(Arrival original) throws IOException;
  }

  private <T> T open(String bucket, String key, String eTag, Use<T> use) {
    try (ResponseInputStream<GetObjectResponse> original =
        s3.getObject(get -> get.bucket(bucket).key(key).ifMatch(eTag))) {
      try {
        return use.of(new Arrival(original, original.response(), eTag));
      } catch (SdkClientException e) {
        // The SDK's own check of the bytes failed, or the connection broke in another guise.
        throw RetryableException.create("Reading " + key + " broke off.", e);
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
