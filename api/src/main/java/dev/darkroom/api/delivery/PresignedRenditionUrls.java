package dev.darkroom.api.delivery;

import dev.darkroom.core.Rendition;
import java.time.Duration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** URLs of S3 itself, signed with the function's own credentials. */
public final class PresignedRenditionUrls implements RenditionUrls {
  private final S3Presigner presigner;
  private final String bucket;
  private final Duration life;

  public PresignedRenditionUrls(S3Presigner presigner, String bucket, Duration life) {
    this.presigner = presigner;
    this.bucket = bucket;
    this.life = life;
  }

  @Override
  public SignedUrl sign(Rendition rendition) {
    return SignedUrl.of(
        presigner.presignGetObject(
            request ->
                request
                    .signatureDuration(life)
                    .getObjectRequest(get -> get.bucket(bucket).key(rendition.key()))));
  }
}
