package dev.darkroom.core.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.core.Comment;
import dev.darkroom.core.JobConflict;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.Page;
import dev.darkroom.core.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoCommentStoreIT {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00.120Z");

  @RegisterExtension private static final LocalTable TABLE = new LocalTable();

  private final JobRef image = new JobRef("alice", JobIds.next());
  private DynamoCommentStore store;

  @BeforeEach
  void anImage() {
    store = new DynamoCommentStore(TABLE.client(), TABLE.name());
    imageIs(JobStatus.COMPLETED);
  }

  @Test
  void aCommentIsReadAsItWasWritten() {
    Comment comment = comment("Schön!\n\n<b>1 < 2</b> 🌊");

    store.add(image, comment);

    assertThat(store.find(image.jobId(), comment.commentId())).contains(comment);
    assertThat(store.find(image.jobId(), JobIds.next())).isEmpty();
  }

  @Test
  void theNewestIsLast() {
    List<Comment> written = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Comment comment = comment("Number " + i);
      store.add(image, comment);
      written.add(comment);
    }

    List<Comment> listed = new ArrayList<>();
    PageRequest request = PageRequest.first(2);
    Page<Comment> page;
    do {
      page = store.on(image.jobId(), request);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
      listed.addAll(page.items());
      request = new PageRequest(2, page.next());
    } while (page.next().isPresent());

    assertThat(listed).isEqualTo(written);
  }

  @ParameterizedTest
  @EnumSource(value = JobStatus.class, names = "COMPLETED", mode = EnumSource.Mode.EXCLUDE)
  void onlyACompletedImageIsCommentedOn(JobStatus status) {
    imageIs(status);

    assertThatExceptionOfType(JobConflict.class)
        .isThrownBy(() -> store.add(image, comment("Hello")));
    assertThat(store.on(image.jobId(), PageRequest.first(10)).items()).isEmpty();
  }

  @Test
  void whatIsNotThereIsNotCommentedOn() {
    JobRef nothing = new JobRef("alice", JobIds.next());
    Comment comment = new Comment(nothing.jobId(), JobIds.next(), "bob", "Hello", NOW);

    assertThatExceptionOfType(JobConflict.class).isThrownBy(() -> store.add(nothing, comment));
    assertThat(store.find(nothing.jobId(), comment.commentId())).isEmpty();
  }

  @Test
  void anIdIsTakenOnce() {
    Comment comment = comment("First");
    store.add(image, comment);

    assertThatExceptionOfType(JobConflict.class)
        .isThrownBy(
            () ->
                store.add(
                    image, new Comment(image.jobId(), comment.commentId(), "bob", "Second", NOW)));
    assertThat(store.find(image.jobId(), comment.commentId())).contains(comment);
  }

  @Test
  void deletingTwiceIsDeletingOnce() {
    Comment comment = comment("Hello");
    store.add(image, comment);

    store.delete(image.jobId(), comment.commentId());
    store.delete(image.jobId(), comment.commentId());

    assertThat(store.find(image.jobId(), comment.commentId())).isEmpty();
  }

  private Comment comment(String text) {
    return new Comment(image.jobId(), JobIds.next(), "bob", text, NOW);
  }

  private void imageIs(JobStatus status) {
    Map<String, AttributeValue> item = new HashMap<>(Keys.job(image));
    item.put("status", AttributeValue.fromS(status.name()));
    TABLE.client().putItem(put -> put.tableName(TABLE.name()).item(item));
  }
}
