package dev.darkroom.local.deploy;

import dev.darkroom.local.cdn.Origin;
import dev.darkroom.local.deploy.Ports.Part;
import dev.darkroom.local.s3.Credentials;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** A bucket as a distribution sees it: private, and read with the cloud's own keys. */
final class BucketOrigin implements Origin {
  private static final Duration LIFE = Duration.ofMinutes(1);

  private final Services services;
  private final String bucket;
  private S3Presigner presigner;

  BucketOrigin(Services services, String bucket) {
    this.services = services;
    this.bucket = bucket;
  }

  @Override
  public URI signed(String key) {
    return URI.create(
        presigner()
            .presignGetObject(
                request ->
                    request
                        .signatureDuration(LIFE)
                        .getObjectRequest(get -> get.bucket(bucket).key(key)))
            .url()
            .toString());
  }

  /** Made at the first request: S3 answers only once everything is deployed. */
  private synchronized S3Presigner presigner() {
    if (presigner == null) {
      Credentials keys = services.credentials;
      presigner =
          services.closeWithTheCloud(
              S3Presigner.builder()
                  .endpointOverride(services.endpoint(Part.S3))
                  .region(Region.of(services.stack.region()))
                  .credentialsProvider(
                      StaticCredentialsProvider.create(
                          AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey())))
                  .build());
    }
    return presigner;
  }
}
