package dev.darkroom.core.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Description;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.Page;
import dev.darkroom.core.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists are newest first, in pages, and hold images that are ready. */
class ImageListsIT {
  @RegisterExtension private final LocalTable table = new LocalTable();
  private final StoredImages stored = new StoredImages(table);

  @Test
  void anOwnersImagesComeNewestFirstInPages() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.add(0, stored.completed("alice", Description.NONE).jobId());
      stored.completed("bob", Description.NONE);
      stored.claimed("alice", Description.NONE);
    }
    assertThat(walk(page -> stored.images().all("alice", page))).isEqualTo(ids);
  }

  @Test
  void theImagesOfAnAlbumOrALabelOrACaptionComeInPages() {
    String album = stored.album("alice");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.add(
          0,
          stored
              .completed("alice", new Description("Sea " + i, album, List.of(), List.of()), "Cat")
              .jobId());
      stored.completed("alice", Description.NONE.withCaption("Lake"), "Dog");
      stored.completed("bob", Description.NONE.withCaption("Sea"), "Cat");
    }
    assertThat(walk(page -> stored.images().inAlbum(album, page))).isEqualTo(ids);
    assertThat(walk(page -> stored.images().labelled("alice", "CAT", page))).isEqualTo(ids);
    assertThat(walk(page -> stored.images().captioned("alice", "sEa", page))).isEqualTo(ids);
  }

  @Test
  void labelsComeByNameInPages() {
    stored.completed("alice", Description.NONE, "Dog", "Cat", "Sea");
    stored.completed("bob", Description.NONE, "Cow");
    Page<?> first = stored.images().labels("alice", PageRequest.first(2));
    assertThat(first.items()).hasSize(2);
    assertThat(stored.images().labels("alice", new PageRequest(2, first.next())).items())
        .hasSize(1);
  }

  @Test
  void whatIsDeletedOrNotReadyOrUnknownIsLeftOut() {
    JobRef first = stored.completed("alice", Description.NONE);
    JobRef deleted = stored.completed("alice", Description.NONE);
    JobRef running = stored.claimed("alice", Description.NONE);
    JobRef second = stored.completed("bob", Description.NONE);
    stored.images().delete(deleted);
    assertThat(
            stored
                .images()
                .find(List.of(second, deleted, running, new JobRef("alice", "unknown"), first)))
        .extracting(Job::ref)
        .containsExactly(second, first);
    assertThat(stored.images().find(List.of())).isEmpty();
  }

  private static List<String> walk(Function<PageRequest, Page<Job>> list) {
    List<String> ids = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<Job> page = list.apply(new PageRequest(2, after));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
      page.items().forEach(job -> ids.add(job.jobId()));
      after = page.next();
    } while (after.isPresent());
    return ids;
  }
}
