package dev.darkroom.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.events.S3Events;
import dev.darkroom.local.journal.Outbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

class EventfulBlobStoreTest {
  @TempDir private Path folder;
  private final BlobStore objects = new TransientNio2BlobStore();
  private final List<JsonNode> events = new ArrayList<>();

  @BeforeEach
  void createBuckets() {
    for (String bucket : List.of("loud", "silent")) {
      objects.createContainer(CreateBucketRequest.builder().bucket(bucket).build());
    }
  }

  @Test
  void tellsOfAnObjectOnce() {
    put(store(objects, events::add), "loud", "a b+c%é");

    store(objects, events::add).resume();

    assertThat(told()).containsExactly("PutObject a b+c%é 5");
  }

  @Test
  void killedBetweenWritingAndTelling() {
    EventfulBlobStore killed = store(objects, EventfulBlobStoreTest::kill);
    assertThatThrownBy(() -> put(killed, "loud", "put")).isInstanceOf(Killed.class);
    assertThatThrownBy(
            () ->
                killed.copyBlob(
                    CopyObjectRequest.builder()
                        .sourceBucket("loud")
                        .sourceKey("put")
                        .destinationBucket("loud")
                        .destinationKey("copy")
                        .build()))
        .isInstanceOf(Killed.class);

    store(objects, events::add).resume();
    store(objects, events::add).resume();

    assertThat(told()).containsExactly("PutObject put 5", "CopyObject copy 5");
  }

  @Test
  void killedBeforeWritingLeavesNothingToTell() {
    Outbox.in(folder).add(new Writing("loud", "never", "PutObject").json());

    store(objects, events::add).resume();

    assertThat(events).isEmpty();
    assertThat(Outbox.in(folder).leftovers()).isEmpty();
  }

  @Test
  void aWriteThatIsRefusedIsNotToldOf() {
    BlobStore refuses =
        new ForwardingBlobStore(objects) {
          @Override
          public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
            throw new IllegalStateException("refused");
          }
        };
    put(store(objects, events::add), "loud", "here");
    events.clear();

    assertThatThrownBy(() -> put(store(refuses, events::add), "loud", "here"))
        .hasMessage("refused");
    store(objects, events::add).resume();

    assertThat(events).isEmpty();
  }

  @Test
  void aBucketWithoutEventsIsNotToldOf() {
    put(store(objects, EventfulBlobStoreTest::kill), "silent", "a");
    Outbox.in(folder).add(new Writing("silent", "a", "PutObject").json());

    store(objects, EventfulBlobStoreTest::kill).resume();

    assertThat(Outbox.in(folder).leftovers()).isEmpty();
  }

  @Test
  void whatAKilledProcessHadHalfWrittenIsRemoved(@TempDir Path disk) throws IOException {
    BlobStore kept = new FilesystemNio2BlobStore(disk.toString());
    kept.createContainer(CreateBucketRequest.builder().bucket("loud").build());
    put(kept, "loud", "uploads/job/cat.jpg");
    Path job = disk.resolve("loud/uploads/job");
    Files.writeString(job.resolve("dog.jpg-" + UUID.randomUUID()), "ha");
    Files.writeString(job.resolve("dog.jpg-sitting"), "whole");
    Outbox.in(folder).add(new Writing("loud", "uploads/job/dog.jpg", "PutObject").json());

    EventfulBlobStore next = store(kept, events::add);
    next.removeUnfinished();
    next.resume();

    try (Stream<Path> files = Files.list(job)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("cat.jpg", "dog.jpg-sitting");
    }
    assertThat(events).isEmpty();
  }

  private List<String> told() {
    return events.stream()
        .map(event -> event.path("detail"))
        .map(
            detail ->
                detail.path("reason").asText()
                    + " "
                    + detail.at("/object/key").asText()
                    + " "
                    + detail.at("/object/size").asLong())
        .toList();
  }

  private EventfulBlobStore store(BlobStore delegate, Consumer<ObjectNode> tell) {
    return new EventfulBlobStore(
        delegate,
        bucket -> bucket.equals("loud"),
        new S3Events("123456789012"),
        tell,
        Outbox.in(folder));
  }

  private static void put(BlobStore store, String bucket, String key) {
    byte[] content = "hello".getBytes(UTF_8);
    store.putBlob(
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .contentLength((long) content.length)
            .build(),
        new ByteArrayInputStream(content));
  }

  private static void kill(ObjectNode event) {
    throw new Killed();
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
