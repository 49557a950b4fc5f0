package dev.darkroom.api;

import java.time.Duration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Signs the URLs by which a client fetches renditions: a plain GET, with no headers of its own. */
final class RenditionUrls {
  private final S3Presigner presigner;
  private final String bucket;
  private final Duration life;

  RenditionUrls(S3Presigner presigner, String bucket, Duration life) {
    this.presigner = presigner;
    this.bucket = bucket;
    this.life = life;
  }

  SignedUrl sign(String key) {
    return SignedUrl.of(
        presigner.presignGetObject(
            request ->
                request
                    .signatureDuration(life)
                    .getObjectRequest(get -> get.bucket(bucket).key(key))));
  }
}
