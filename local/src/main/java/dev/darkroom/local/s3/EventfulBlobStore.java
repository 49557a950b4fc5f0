package dev.darkroom.local.s3;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.events.S3Events;
import dev.darkroom.local.journal.Entry;
import dev.darkroom.local.journal.Outbox;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Tells of each object that was written, once it can be read.
 *
 * <p>Who is killed between writing and telling has said beforehand what he would do: so the next
 * process tells of it, at least once. S3 tells of each object at least once, too.
 */
final class EventfulBlobStore extends ForwardingBlobStore {
  /** What S3Proxy keeps for itself while a multipart upload goes on. */
  private static final String MULTIPART_STUB = ".s3proxy-mpu-stub-";

  /** What S3Proxy adds to the name of an object that it writes. */
  private static final Pattern UNFINISHED =
      Pattern.compile("-\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private static final String EMPTY_OBJECT = "d41d8cd98f00b204e9800998ecf8427e";

  private final Predicate<String> publishes;
  private final S3Events s3Events;
  private final Consumer<ObjectNode> events;
  private final Outbox outbox;
  private final AtomicLong sequence = new AtomicLong(System.currentTimeMillis() << 20);

  /**
   * @param publishes whether a bucket publishes events
   * @param outbox keeps what is being written, and what was not told of
   */
  EventfulBlobStore(
      BlobStore delegate,
      Predicate<String> publishes,
      S3Events s3Events,
      Consumer<ObjectNode> events,
      Outbox outbox) {
    super(delegate);
    this.publishes = publishes;
    this.s3Events = s3Events;
    this.events = events;
    this.outbox = outbox;
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
    return write(
        new Writing(request.bucket(), request.key(), "PutObject"),
        () -> super.putBlob(request, body));
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    return write(
        new Writing(request.destinationBucket(), request.destinationKey(), "CopyObject"),
        () -> super.copyBlob(request));
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    return write(
        new Writing(request.bucket(), request.key(), "CompleteMultipartUpload"),
        () -> super.completeMultipartUpload(upload, request));
  }

  /**
   * Removes what earlier processes had begun to write and did not finish; call it before anybody
   * writes. S3Proxy writes an object beside its place and then moves it there; what a killed
   * process left would pass for an object of its own.
   */
  void removeUnfinished() {
    for (Entry left : outbox.leftovers()) {
      Writing writing = Writing.of(left.content());
      ListObjectsV2Request beside =
          ListObjectsV2Request.builder()
              .bucket(writing.bucket())
              .prefix(writing.key() + "-")
              .build();
      list(beside).contents().stream()
          .map(S3Object::key)
          .filter(key -> UNFINISHED.matcher(key.substring(writing.key().length())).matches())
          .forEach(key -> removeBlob(writing.bucket(), key));
    }
  }

  /**
   * Tells of what earlier processes wrote and did not tell of; call it once, when what hears of it
   * can read objects.
   */
  void resume() {
    for (Entry left : outbox.leftovers()) {
      Writing writing = Writing.of(left.content());
      if (publishes.test(writing.bucket()) && blobExists(writing.bucket(), writing.key())) {
        tell(writing);
      }
      outbox.remove(left.number());
    }
  }

  private <T> T write(Writing writing, Supplier<T> call) {
    if (writing.key().startsWith(MULTIPART_STUB)) {
      return call.get();
    }
    long number = outbox.add(writing.json());
    T response;
    try {
      response = call.get();
    } catch (Throwable e) {
      outbox.remove(number);
      throw e;
    }
    if (publishes.test(writing.bucket())) {
      tell(writing);
    }
    outbox.remove(number);
    return response;
  }

  /** Folder markers, which S3Proxy keeps as folders, come without their tag. */
  private static String eTag(HeadObjectResponse object) {
    return object.eTag() == null ? EMPTY_OBJECT : object.eTag();
  }

  private void tell(Writing written) {
    HeadObjectResponse object =
        blobMetadata(
            HeadObjectRequest.builder().bucket(written.bucket()).key(written.key()).build());
    String sequencer = String.format("%016X", sequence.incrementAndGet());
    events.accept(
        s3Events.objectCreated(
            written.bucket(),
            written.key(),
            object.contentLength(),
            eTag(object),
            null,
            sequencer,
            written.reason()));
  }
}
