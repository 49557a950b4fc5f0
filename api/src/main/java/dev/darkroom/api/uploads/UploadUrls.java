package dev.darkroom.api.uploads;

import dev.darkroom.api.delivery.SignedUrl;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.ObjectKeys;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Signs the URL of one upload. The signature fixes the object's key, length, content type and
 * metadata, and its checksum where the client told one; {@code If-None-Match} makes that a second
 * PUT to the same URL is answered 412, so that a job's original never changes under it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html">
 *     Conditional writes</a>
 */
public final class UploadUrls {
  private final S3Presigner presigner;
  private final String bucket;
  private final Duration life;

  public UploadUrls(S3Presigner presigner, String bucket, Duration life) {
    this.presigner = presigner;
    this.bucket = bucket;
    this.life = life;
  }

  SignedUrl sign(JobRef ref, NewUpload upload) {
    PutObjectRequest put =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(ObjectKeys.original(ref, upload.fileName()))
            .contentType(upload.contentType())
            .contentLength(upload.contentLength())
            .checksumSHA256(upload.checksumSha256().orElse(null))
            .metadata(Map.of("job-id", ref.jobId()))
            .ifNoneMatch("*")
            .build();
    return SignedUrl.of(
        presigner.presignPutObject(
            request -> request.signatureDuration(life).putObjectRequest(put)));
  }
}
