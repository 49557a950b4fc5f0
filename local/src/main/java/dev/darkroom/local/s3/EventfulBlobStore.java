package dev.darkroom.local.s3;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.events.S3Events;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Tells of each object that was written, once it can be read. */
final class EventfulBlobStore extends ForwardingBlobStore {
  /** What S3Proxy keeps for itself while a multipart upload goes on. */
  private static final String MULTIPART_STUB = ".s3proxy-mpu-stub-";

  private static final String EMPTY_OBJECT = "d41d8cd98f00b204e9800998ecf8427e";

  private final Predicate<String> publishes;
  private final S3Events s3Events;
  private final Consumer<ObjectNode> events;
  private final AtomicLong sequence = new AtomicLong(System.currentTimeMillis() << 20);

  /**
   * @param publishes whether a bucket publishes events
   */
  EventfulBlobStore(
      BlobStore delegate,
      Predicate<String> publishes,
      S3Events s3Events,
      Consumer<ObjectNode> events) {
    super(delegate);
    this.publishes = publishes;
    this.s3Events = s3Events;
    this.events = events;
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
    PutObjectResponse response = super.putBlob(request, body);
    written(request.bucket(), request.key(), "PutObject");
    return response;
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    CopyObjectResponse response = super.copyBlob(request);
    written(request.destinationBucket(), request.destinationKey(), "CopyObject");
    return response;
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    CompleteMultipartUploadResponse response = super.completeMultipartUpload(upload, request);
    written(request.bucket(), request.key(), "CompleteMultipartUpload");
    return response;
  }

  /** Folder markers, which S3Proxy keeps as folders, come without their tag. */
  private static String eTag(HeadObjectResponse object) {
    return object.eTag() == null ? EMPTY_OBJECT : object.eTag();
  }

  private void written(String bucket, String key, String reason) {
    if (!publishes.test(bucket) || key.startsWith(MULTIPART_STUB)) {
      return;
    }
    HeadObjectResponse object =
        blobMetadata(HeadObjectRequest.builder().bucket(bucket).key(key).build());
    String sequencer = String.format("%016X", sequence.incrementAndGet());
    events.accept(
        s3Events.objectCreated(
            bucket, key, object.contentLength(), eTag(object), null, sequencer, reason));
  }
}
