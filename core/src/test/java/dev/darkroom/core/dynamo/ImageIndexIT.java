package dev.darkroom.core.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Album;
import dev.darkroom.core.Description;
import dev.darkroom.core.ImageLabels;
import dev.darkroom.core.IndexEntries;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobConflict;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.LabelCount;
import dev.darkroom.core.NoSuchAlbum;
import dev.darkroom.core.PageRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What is indexed follows from the image, whoever writes it and in whatever order. */
class ImageIndexIT {
  @RegisterExtension private final LocalTable table = new LocalTable();
  private final StoredImages stored = new StoredImages(table);

  @Test
  void aCompletedImageIsFoundUnderAllThatIsSaidOfIt() {
    String album = stored.album("alice");
    JobRef ref =
        stored.completed(
            "alice", new Description("At the SEA", album, List.of("holiday"), List.of()), "Cat");
    assertThat(stored.sortKeys("LABEL#alice#cat")).containsExactly(ref.jobId());
    assertThat(stored.sortKeys("LABEL#alice#holiday")).containsExactly(ref.jobId());
    assertThat(stored.item(Keys.caption(ref)).get("text").s()).isEqualTo("at the sea");
    assertThat(stored.sortKeys("ALBUM#" + album)).containsExactly("ALBUM", "IMAGE#" + ref.jobId());
    assertThat(stored.imagesOf(album)).isEqualTo(1);
    assertThat(counts("alice"))
        .containsExactly(new LabelCount("Cat", 1), new LabelCount("holiday", 1));
  }

  @Test
  void anImageThatIsNotReadyIsFoundUnderNothing() {
    String album = stored.album("alice");
    JobRef ref =
        stored.claimed("alice", new Description("sea", album, List.of("holiday"), List.of()));
    assertThat(stored.everything())
        .containsExactlyInAnyOrder("ALBUM#" + album + " ALBUM", "OWNER#alice JOB#" + ref.jobId());
    assertThat(stored.imagesOf(album)).isZero();
  }

  @Test
  void whatPeopleSayWhileAJobRunsIsIndexedWhenItIsDone() {
    JobRef ref = stored.claimed("alice", Description.NONE);
    stored.images().describe(ref, job -> job.description().withCaption("Sea"));
    stored.images().describe(ref, job -> ImageLabels.adding(job, "holiday"));
    stored.settle(ref, "Cat");
    assertThat(counts("alice")).extracting(LabelCount::label).containsExactly("Cat", "holiday");
    assertThat(stored.images().captioned("alice", "SEA", PageRequest.first(5)).items())
        .containsExactly(stored.find(ref));
  }

  @Test
  void labelsByHandAndRemovedOnesSurviveAnotherRun() {
    JobRef ref = stored.claimed("alice", Description.NONE);
    stored.images().describe(ref, job -> ImageLabels.adding(job, "holiday"));
    stored
        .images()
        .describe(
            ref,
            job -> job.description().withLabels(job.description().hashtags(), List.of("Animal")));
    stored.fail(ref);
    stored.claim(ref);
    stored.settle(ref, "Cat", "Animal");
    assertThat(counts("alice")).extracting(LabelCount::label).containsExactly("Cat", "holiday");
    assertThat(stored.find(ref).description())
        .isEqualTo(new Description(null, null, List.of("holiday"), List.of("Animal")));
    assertThat(stored.sortKeys("LABEL#alice#animal")).isEmpty();
  }

  @Test
  void countsFollowEachChange() {
    JobRef first = stored.completed("alice", Description.NONE, "Cat", "Animal");
    stored.completed("alice", Description.NONE, "Cat");
    assertThat(counts("alice"))
        .containsExactly(new LabelCount("Animal", 1), new LabelCount("Cat", 2));
    stored.images().describe(first, job -> ImageLabels.removing(job, "cat"));
    stored.images().describe(first, job -> ImageLabels.removing(job, "cat"));
    stored.images().describe(first, job -> ImageLabels.removing(job, "Animal"));
    assertThat(counts("alice")).containsExactly(new LabelCount("Cat", 1));
    stored.images().describe(first, job -> ImageLabels.adding(job, "CAT"));
    assertThat(counts("alice")).containsExactly(new LabelCount("Cat", 2));
    assertThat(stored.find(first).labels()).as("what was found stays").hasSize(2);
  }

  @Test
  void aCaptionThatIsClearedIsNotFound() {
    JobRef ref = stored.completed("alice", Description.NONE.withCaption("Sea"));
    stored.images().describe(ref, job -> job.description().withCaption(null));
    assertThat(stored.sortKeys("CAPTION#alice")).isEmpty();
    assertThat(stored.find(ref).description().caption()).isNull();
  }

  @Test
  void anImageMovesFromAlbumToAlbum() {
    String malta = stored.album("alice");
    String gozo = stored.album("alice");
    JobRef ref = stored.completed("alice", Description.NONE.withAlbum(malta));
    stored.images().describe(ref, job -> job.description().withAlbum(gozo));
    assertThat(stored.imagesOf(malta)).isZero();
    assertThat(stored.imagesOf(gozo)).isEqualTo(1);
    assertThat(stored.images().inAlbum(malta, PageRequest.first(5)).items()).isEmpty();
    assertThat(stored.images().inAlbum(gozo, PageRequest.first(5)).items())
        .containsExactly(stored.find(ref));
  }

  @Test
  void anImageGoesIntoNoAlbumOfSomebodyElseNorOneThatIsDeleted() {
    String bobs = stored.album("bob");
    String dying = stored.album("alice");
    stored.albumIsBeingDeleted(dying);
    for (JobRef ref :
        List.of(
            stored.completed("alice", Description.NONE),
            stored.claimed("alice", Description.NONE))) {
      for (String album : List.of(bobs, dying, "01J0000000000000000000000A")) {
        assertThatThrownBy(
                () -> stored.images().describe(ref, job -> job.description().withAlbum(album)))
            .isInstanceOf(NoSuchAlbum.class);
      }
      assertThat(stored.find(ref).description()).isEqualTo(Description.NONE);
    }
  }

  @Test
  void anImageLeavesAnAlbumThatIsBeingDeletedOrGone() {
    String dying = stored.album("alice");
    String gone = stored.album("alice");
    JobRef first = stored.completed("alice", Description.NONE.withAlbum(dying));
    JobRef second = stored.completed("alice", Description.NONE.withAlbum(gone));
    stored.albumIsBeingDeleted(dying);
    stored.remove(Keys.album(gone));
    stored.images().describe(first, job -> job.description().withAlbum(null));
    stored.images().describe(second, job -> job.description().withAlbum(null));
    assertThat(stored.imagesOf(dying)).isZero();
    assertThat(stored.sortKeys("ALBUM#" + gone)).as("no album comes back").isEmpty();
  }

  @Test
  void anImageWhoseAlbumIsDeletedMeanwhileCompletesWithoutIt() {
    String dying = stored.album("alice");
    String gone = stored.album("alice");
    JobRef first = stored.claimed("alice", Description.NONE.withAlbum(dying).withCaption("sea"));
    JobRef second = stored.claimed("alice", Description.NONE.withAlbum(gone));
    stored.albumIsBeingDeleted(dying);
    stored.remove(Keys.album(gone));
    stored.settle(first, "Cat");
    stored.settle(second, "Cat");
    assertThat(stored.find(first).description()).isEqualTo(Description.NONE.withCaption("sea"));
    assertThat(stored.find(second).description()).isEqualTo(Description.NONE);
    assertThat(stored.imagesOf(dying)).isZero();
    assertThat(stored.sortKeys("ALBUM#" + gone)).isEmpty();
  }

  @Test
  void theImageOfAnAlbumThatVanishesBetweenReadAndWriteCompletesWithoutIt() {
    String album = stored.album("alice");
    JobRef ref = stored.claimed("alice", Description.NONE.withAlbum(album));
    Album read =
        new DynamoAlbumStore(table.client(), table.name(), Clock.systemUTC())
            .find(album)
            .orElseThrow();
    assertThat(read.deleting()).isFalse();
    stored.albumIsBeingDeleted(album);
    boolean written =
        new IndexedWrites(table.client(), table.name(), id -> Optional.of(read))
            .commit(
                ref,
                new JobItem(stored.item(Keys.job(ref))),
                TransactWriteItem.builder()
                    .update(
                        new JobUpdate(ref, StoredImages.NOW)
                            .onlyIfStill(stored.find(ref))
                            .build(table.name()))
                    .build(),
                IndexEntries.of(stored.find(ref).settled(StoredImages.completedWith())),
                List.of());
    assertThat(written).isFalse();
    assertThat(stored.sortKeys("ALBUM#" + album)).containsExactly("ALBUM");
  }

  @Test
  void ofTwoChangesFromOneStateOneIsRefused() {
    JobRef ref = stored.completed("alice", Description.NONE);
    Job read = stored.find(ref);
    stored.images().describe(read, read.description().withCaption("first"));
    assertThatThrownBy(
            () -> stored.images().describe(read, read.description().withCaption("second")))
        .isInstanceOf(JobConflict.class);
    assertThat(stored.find(ref).description().caption()).isEqualTo("first");
  }

  @Test
  void noneOfManyChangesAtOnceIsLost() throws Exception {
    JobRef ref = stored.completed("alice", Description.NONE, "Cat");
    var threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Job>> changes =
          IntStream.range(0, 8)
              .<Callable<Job>>mapToObj(
                  i ->
                      () ->
                          stored.images().describe(ref, job -> ImageLabels.adding(job, "tag" + i)))
              .toList();
      for (Future<Job> change : threads.invokeAll(changes)) {
        change.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(stored.find(ref).description().hashtags()).hasSize(8);
    assertThat(counts("alice")).hasSize(9).allMatch(label -> label.images() == 1);
  }

  @Test
  void theLargestImageFitsIntoATransaction() {
    String album = stored.album("alice");
    List<String> byHand = IntStream.range(0, 15).mapToObj(i -> "hand" + i).toList();
    String[] found = IntStream.range(0, 30).mapToObj(i -> "found" + i).toArray(String[]::new);
    JobRef ref = stored.completed("alice", new Description("sea", album, byHand, List.of()), found);
    assertThat(counts("alice")).hasSize(45);
    assertThat(stored.everything()).as("job, entries, counts, album").hasSize(1 + 45 * 2 + 1 + 2);
    stored.images().delete(ref);
    assertThat(counts("alice")).isEmpty();
    assertThat(stored.everything()).filteredOn(key -> key.contains(ref.jobId())).hasSize(1);
  }

  private List<LabelCount> counts(String owner) {
    return stored.images().labels(owner, PageRequest.first(100)).items();
  }
}
