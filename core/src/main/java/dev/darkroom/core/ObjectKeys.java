package dev.darkroom.core;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where objects are kept in the two buckets. Keys are as S3 holds them, never URL-encoded. */
public final class ObjectKeys {
  /** What every original's key begins with; the rule of the state machine listens to it. */
  public static final String UPLOADS = "uploads/";

  private static final String RENDITIONS = "renditions/";
  private static final Pattern ORIGINAL =
      Pattern.compile("uploads/(?<owner>[^/]+)/(?<rest>.+)", Pattern.DOTALL);

  private ObjectKeys() {}

  /** The key of an announced upload: {@code uploads/{owner}/{jobId}/{fileName}}. */
  public static String original(JobRef ref, String fileName) {
    return originals(ref) + fileName;
  }

  /** What the key of an announced upload begins with: {@code uploads/{owner}/{jobId}/}. */
  public static String originals(JobRef ref) {
    return UPLOADS + ref.owner() + "/" + ref.jobId() + "/";
  }

  /** What the keys of a job's renditions begin with: {@code renditions/{owner}/{jobId}/}. */
  public static String renditions(JobRef ref) {
    return RENDITIONS + ref.owner() + "/" + ref.jobId() + "/";
  }

  /**
   * The key of a rendition: {@code renditions/{owner}/{jobId}/{name}.jpg} or {@code .png}.
   *
   * @param contentType {@code image/jpeg} or {@code image/png}
   * @throws IllegalArgumentException when renditions are not of that type
   */
  public static String rendition(JobRef ref, String name, String contentType) {
    return renditions(ref) + name + extension(contentType);
  }

  private static String extension(String contentType) {
    return switch (contentType) {
      case "image/jpeg" -> ".jpg";
      case "image/png" -> ".png";
      default -> throw new IllegalArgumentException("No rendition is " + contentType + ".");
    };
  }

  /**
   * Reads the key of an original.
   *
   * @return empty when the key has no owner, or nothing after it
   */
  public static Optional<OriginalKey> parseOriginal(String key) {
    Matcher matcher = ORIGINAL.matcher(key);
    if (!matcher.matches() || key.endsWith("/")) {
      return Optional.empty();
    }
    String rest = matcher.group("rest");
    int slash = rest.indexOf('/');
    Optional<String> jobId =
        slash > 0 && JobIds.isId(rest.substring(0, slash))
            ? Optional.of(rest.substring(0, slash))
            : Optional.empty();
    String fileName = rest.substring(rest.lastIndexOf('/') + 1);
    return Optional.of(new OriginalKey(matcher.group("owner"), jobId, fileName));
  }

  /**
   * What an original's key says.
   *
   * @param owner the uploader's {@code sub}
   * @param jobId empty when an operator put the object there without {@code POST /uploads}
   * @param fileName the last part of the key
   */
  public record OriginalKey(String owner, Optional<String> jobId, String fileName) {}
}
