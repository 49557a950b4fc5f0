package dev.darkroom.api.images;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.api.delivery.SignedUrl;
import dev.darkroom.core.Job;
import java.net.URLEncoder;
import java.time.Duration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Signs the URLs by which owners fetch their originals, each to be saved under its own name.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6266">RFC 6266</a>
 */
public final class OriginalUrls {
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final S3Presigner presigner;
  private final String bucket;

  /**
   * Signs for one bucket.
   *
   * @param bucket the uploads bucket
   */
  public OriginalUrls(S3Presigner presigner, String bucket) {
    this.presigner = presigner;
    this.bucket = bucket;
  }

  SignedUrl sign(Job job) {
    return SignedUrl.of(
        presigner.presignGetObject(
            request ->
                request
                    .signatureDuration(LIFE)
                    .getObjectRequest(
                        get ->
                            get.bucket(bucket)
                                .key(job.original().key())
                                .responseContentDisposition(attachment(job.fileName())))));
  }

  /** The name twice: plain for old clients, without what could end it, and as RFC 8187 has it. */
  static String attachment(String fileName) {
    String plain = fileName.replaceAll("[^A-Za-z0-9 !#$&+.^_`{}~-]", "_");
    String encoded = URLEncoder.encode(fileName, UTF_8).replace("+", "%20").replace("*", "%2A");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
  }
}
