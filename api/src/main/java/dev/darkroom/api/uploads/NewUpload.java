package dev.darkroom.api.uploads;

import dev.darkroom.api.http.Fields;
import dev.darkroom.api.http.InvalidField;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a client is about to upload, checked.
 *
 * @param fileName the file's name, fit for the last part of an object's key
 * @param contentType one of {@link #CONTENT_TYPES}. It is a part of the URL's signature and no
 *     more: what the file really is, its bytes decide when the job is validated
 * @param contentLength bytes
 * @param checksumSha256 Base64 of the SHA-256 that the bytes must have, if the client knows it
 */
public record NewUpload(
    String fileName, String contentType, long contentLength, Optional<String> checksumSha256) {
  public static final List<String> CONTENT_TYPES =
      List.of("image/jpeg", "image/png", "image/gif", "image/bmp", "image/tiff", "image/webp");

  private static final String[] FIELDS = {
    "fileName", "contentType", "contentLength", "checksumSha256"
  };
  private static final int SHA256_BYTES = 32;

  /**
   * Reads and checks the body of {@code POST /api/uploads}.
   *
   * @param maxBytes the largest file that is accepted
   * @throws InvalidField naming the first field that is wrong
   */
  static NewUpload parse(String body, long maxBytes) {
    Fields fields = Fields.parse(body, FIELDS);
    return new NewUpload(
        FileName.checked("fileName", fields.text("fileName")),
        contentType(fields.text("contentType")),
        contentLength(fields.wholeNumber("contentLength"), maxBytes),
        fields.optionalText("checksumSha256").map(NewUpload::checksum));
  }

  private static String contentType(String type) {
    if (!CONTENT_TYPES.contains(type)) {
      throw new InvalidField(
          "contentType", "Accepted are " + String.join(", ", CONTENT_TYPES) + ".");
    }
    return type;
  }

  private static long contentLength(long bytes, long maxBytes) {
    if (bytes < 1) {
      throw new InvalidField("contentLength", "An empty file is no picture. Choose another one.");
    }
    if (bytes > maxBytes) {
      throw new InvalidField(
          "contentLength", "A file may have " + maxBytes + " bytes at most. Send a smaller one.");
    }
    return bytes;
  }

  private static String checksum(String base64) {
    try {
      byte[] sha256 = Base64.getDecoder().decode(base64);
      // S3 compares the text, so only the one canonical spelling can ever match.
      if (sha256.length == SHA256_BYTES
          && Base64.getEncoder().encodeToString(sha256).equals(base64)) {
        return base64;
      }
    } catch (IllegalArgumentException e) {
      throw noChecksum();
    }
    throw noChecksum();
  }

  private static InvalidField noChecksum() {
    return new InvalidField(
        "checksumSha256",
        "It must be the Base64, with padding, of the file's SHA-256: 32 bytes, 44 characters.");
  }
}
