package dev.darkroom.api.uploads;

import dev.darkroom.api.http.Fields;
import dev.darkroom.api.http.InvalidField;
import dev.darkroom.api.http.PlainText;
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
 * @param caption plain text, not empty
 */
public record NewUpload(
    String fileName,
    String contentType,
    long contentLength,
    Optional<String> checksumSha256,
    Optional<String> caption) {
  public static final List<String> CONTENT_TYPES =
      List.of("image/jpeg", "image/png", "image/gif", "image/bmp", "image/tiff", "image/webp");

  /** The names of the fields that describe a file. */
  static final List<String> FIELDS =
      List.of("fileName", "contentType", "contentLength", "checksumSha256", "caption");

  private static final int LONGEST_CAPTION = 300;
  private static final int SHA256_BYTES = 32;

  /**
   * Reads and checks the fields of a file.
   *
   * @param maximumBytes the largest file that is accepted
   * @throws InvalidField naming the first field that is wrong
   */
  static NewUpload read(Fields fields, long maximumBytes) {
    return new NewUpload(
        FileName.checked(fields.name("fileName"), fields.text("fileName")),
        contentType(fields.name("contentType"), fields.text("contentType")),
        contentLength(
            fields.name("contentLength"), fields.wholeNumber("contentLength"), maximumBytes),
        fields
            .optionalText("checksumSha256")
            .map(checksum -> checksum(fields.name("checksumSha256"), checksum)),
        caption(fields));
  }

  /** The caption that the fields hold; one that is empty is none. */
  static Optional<String> caption(Fields fields) {
    return fields
        .optionalText("caption")
        .map(caption -> PlainText.lines(fields.name("caption"), caption, 0, LONGEST_CAPTION))
        .filter(caption -> !caption.isEmpty());
  }

  /** The same with another caption, if it has none. */
  NewUpload orCaptioned(Optional<String> other) {
    return new NewUpload(
        fileName, contentType, contentLength, checksumSha256, caption.or(() -> other));
  }

  private static String contentType(String field, String type) {
    if (!CONTENT_TYPES.contains(type)) {
      throw new InvalidField(field, "Accepted are " + String.join(", ", CONTENT_TYPES) + ".");
    }
    return type;
  }

  private static long contentLength(String field, long bytes, long maximumBytes) {
    if (bytes < 1) {
      throw new InvalidField(field, "An empty file is no picture. Choose another one.");
    }
    if (bytes > maximumBytes) {
      throw new InvalidField(
          field, "A file may have " + maximumBytes + " bytes at most. Send a smaller one.");
    }
    return bytes;
  }

  private static String checksum(String field, String base64) {
    try {
      byte[] sha256 = Base64.getDecoder().decode(base64);
      // S3 compares the text, so only the one canonical spelling can ever match.
      if (sha256.length == SHA256_BYTES
          && Base64.getEncoder().encodeToString(sha256).equals(base64)) {
        return base64;
      }
    } catch (IllegalArgumentException e) {
      throw noChecksum(field);
    }
    throw noChecksum(field);
  }

  private static InvalidField noChecksum(String field) {
    return new InvalidField(
        field,
        "It must be the Base64, with padding, of the file's SHA-256: 32 bytes, 44 characters.");
  }
}
