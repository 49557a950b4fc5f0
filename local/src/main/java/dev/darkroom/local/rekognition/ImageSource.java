package dev.darkroom.local.rekognition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.http.AwsError;
import java.io.IOException;

/** Fetches the file that a request's {@code Image} holds or names. */
final class ImageSource {
  private static final int MAX_BYTES = 5 << 20;
  private static final int MAX_OBJECT_BYTES = 15 << 20;

  private final ObjectReader objects;

  ImageSource(ObjectReader objects) {
    this.objects = objects;
  }

  /**
   * The file's bytes: at most 5 MB in the request, at most 15 MB in S3.
   *
   * @throws AwsError InvalidParameterException when there is not exactly one source,
   *     ValidationException or ImageTooLargeException for the sizes, InvalidS3ObjectException when
   *     there is no such object
   * @throws IOException when the object store cannot be read
   */
  byte[] read(JsonNode image) throws IOException {
    boolean inline = image.hasNonNull("Bytes");
    if (inline == image.hasNonNull("S3Object")) {
      throw invalidParameters();
    }
    return inline ? bytes(image.get("Bytes")) : object(image.get("S3Object"));
  }

  private static byte[] bytes(JsonNode base64) {
    byte[] bytes;
    try {
      bytes = base64.binaryValue();
    } catch (IOException e) {
      throw notBase64();
    }
    if (bytes == null) {
      throw notBase64();
    }
    if (bytes.length == 0 || bytes.length > MAX_BYTES) {
      throw AwsError.badRequest(
          "ValidationException",
          "1 validation error detected: Value at 'image.bytes' failed to satisfy constraint: "
              + (bytes.length == 0
                  ? "Member must have length greater than or equal to 1"
                  : "Member must have length less than or equal to " + MAX_BYTES));
    }
    return bytes;
  }

  private byte[] object(JsonNode object) throws IOException {
    String bucket = object.path("Bucket").asText("");
    String key = object.path("Name").asText("");
    if (bucket.isEmpty() || key.isEmpty()) {
      throw invalidParameters();
    }
    try {
      byte[] bytes =
          objects.read(bucket, key, object.hasNonNull("Version") ? version(object) : null);
      if (bytes.length > MAX_OBJECT_BYTES) {
        throw AwsError.badRequest(
            "ImageTooLargeException",
            "Image size is too large: %d, maximum %d".formatted(bytes.length, MAX_OBJECT_BYTES));
      }
      return bytes;
    } catch (ObjectNotFound e) {
      throw AwsError.badRequest(
          "InvalidS3ObjectException",
          "Unable to get object metadata from S3. Check object key, region and/or access"
              + " permissions.");
    }
  }

  private static String version(JsonNode object) {
    return object.get("Version").asText();
  }

  private static AwsError notBase64() {
    return AwsError.badRequest("SerializationException", "Image.Bytes is not Base64.");
  }

  private static AwsError invalidParameters() {
    return AwsError.badRequest("InvalidParameterException", "Request has invalid parameters");
  }
}
