package dev.darkroom.core.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Deletion;
import dev.darkroom.core.Description;
import dev.darkroom.core.JobDeleted;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.Original;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Of a deleted image the table keeps that it was deleted, for a while, and nothing else. */
class ImageDeletionIT {
  @RegisterExtension private final LocalTable table = new LocalTable();
  private final StoredImages stored = new StoredImages(table);

  @Test
  void leavesAMarkAndNothingElse() {
    String album = stored.album("alice");
    JobRef ref =
        stored.completed("alice", new Description("Sea", album, List.of("x"), List.of()), "Cat");
    Optional<Deletion> deletion = stored.images().delete(ref);
    assertThat(deletion)
        .contains(
            new Deletion(
                ref, Optional.of(new Original("uploads/alice/" + ref.jobId() + "/a", "e")), false));
    Map<String, AttributeValue> mark = stored.item(Keys.job(ref));
    assertThat(mark)
        .containsOnlyKeys(
            "PK", "SK", "schema", "deletedAt", "updatedAt", "ttl", "inFlight", "jobId", "original");
    assertThat(mark.get("inFlight").s()).startsWith("DELETING#");
    assertThat(Instant.ofEpochSecond(Long.parseLong(mark.get("ttl").n())))
        .isBetween(Instant.now().plusSeconds(29 * 86_400), Instant.now().plusSeconds(31 * 86_400));
    assertThat(stored.imagesOf(album)).isZero();
    assertThat(stored.everything()).filteredOn(key -> key.contains(ref.jobId())).hasSize(1);
  }

  @Test
  void onceTheObjectsAreGoneTheMarkIsAllThatIsKnown() {
    JobRef ref = stored.completed("alice", Description.NONE);
    stored.images().delete(ref);
    stored.jobs().purged(ref);
    assertThat(stored.item(Keys.job(ref)))
        .containsOnlyKeys("PK", "SK", "schema", "deletedAt", "updatedAt", "ttl");
    assertThat(stored.images().delete(ref)).contains(new Deletion(ref, Optional.empty(), true));
  }

  @Test
  void askingAgainGoesOnWhereADeletionBrokeOff() {
    JobRef ref = stored.completed("alice", Description.NONE);
    Deletion first = stored.images().delete(ref).orElseThrow();
    comment(ref, 1);
    assertThat(stored.images().delete(ref))
        .as("deleted a moment ago, it may be at work for all that the mark tells")
        .contains(new Deletion(ref, first.original(), true));
    assertThat(stored.sortKeys("IMAGE#" + ref.jobId())).isEmpty();
  }

  @Test
  void aStepMayBeAtWorkWhereTheRunIsNotOverForLong() {
    Instant now = Instant.now();
    JobRef announced = stored.announced("alice", Description.NONE);
    JobRef running = stored.claimed("alice", Description.NONE);
    JobRef over = stored.completed("alice", Description.NONE);
    JobRef described = stored.completed("alice", Description.NONE);
    stored.images().describe(described, job -> job.description().withCaption("x"));

    assertThat(stored.images().delete(announced).orElseThrow().atWork()).isFalse();
    assertThat(stored.images().delete(running).orElseThrow().atWork()).isTrue();
    assertThat(stored.images().delete(over).orElseThrow().atWork()).isFalse();
    assertThat(stored.images().delete(described).orElseThrow().atWork())
        .as("written to a moment ago")
        .isTrue();
    assertThat(Deletion.mayBeAtWork(now, now.plus(Deletion.LONGEST_AT_WORK))).isFalse();
    assertThat(Deletion.mayBeAtWork(now, now.plus(Deletion.LONGEST_AT_WORK).minusMillis(1)))
        .isTrue();
  }

  @Test
  void takesAllCommentsAlong() {
    JobRef ref = stored.completed("alice", Description.NONE);
    JobRef other = stored.completed("alice", Description.NONE);
    for (int i = 0; i < 60; i++) {
      comment(ref, i);
    }
    comment(other, 1);
    stored.images().delete(ref);
    assertThat(stored.sortKeys("IMAGE#" + ref.jobId())).isEmpty();
    assertThat(stored.sortKeys("IMAGE#" + other.jobId())).hasSize(1);
  }

  @Test
  void whatNeverWasCannotBeDeleted() {
    assertThat(stored.images().delete(new JobRef("alice", "01J0000000000000000000000A"))).isEmpty();
    assertThat(stored.everything()).isEmpty();
  }

  @Test
  void aJobIsDeletedWhileItRuns() {
    JobRef ref = stored.claimed("alice", Description.NONE);
    stored.images().delete(ref);
    assertThatThrownBy(() -> stored.settle(ref, "Cat")).isInstanceOf(JobDeleted.class);
    assertThat(stored.everything()).containsExactly("OWNER#alice JOB#" + ref.jobId());
  }

  @Test
  void nothingCanBeSaidOfADeletedImage() {
    JobRef ref = stored.completed("alice", Description.NONE);
    stored.images().delete(ref);
    assertThatThrownBy(
            () -> stored.images().describe(ref, job -> job.description().withCaption("x")))
        .isInstanceOf(JobDeleted.class);
  }

  private void comment(JobRef ref, int number) {
    stored.put(
        Map.of(
            "PK", AttributeValue.fromS("IMAGE#" + ref.jobId()),
            "SK", AttributeValue.fromS("COMMENT#" + number),
            "text", AttributeValue.fromS("nice")));
  }
}
