package dev.darkroom.api.albums;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.Answer;
import dev.darkroom.api.Gallery;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.dynamo.LocalTable;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeleteAlbumIT {
  private static final String DELETE = "DELETE /api/albums/{albumId}";
  private static final String GET = "GET /api/albums/{albumId}";
  private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");

  @RegisterExtension private static final LocalTable TABLE = new LocalTable();

  private final String aliceSub = "alice-" + JobIds.next();

  /** What passes from one look at the clock to the next: so long an image takes. */
  private final AtomicLong millisAnImage = new AtomicLong();

  private final AtomicLong millis = new AtomicLong();
  private Gallery gallery;
  private Gallery.User alice;

  @BeforeEach
  void users() {
    InstantSource ticking = () -> START.plusMillis(millis.addAndGet(millisAnImage.get()));
    gallery = new Gallery(TABLE, ticking.withZone(ZoneOffset.UTC));
    alice = gallery.user(aliceSub, "[uploader]");
  }

  @Test
  void theImagesAreKeptUnlessToldOtherwise() {
    String album = create();
    Job image = gallery.image(aliceSub, album);

    assertThat(alice.call(DELETE, "albumId", album).status()).isEqualTo(204);

    assertThat(alice.call(GET, "albumId", album).status()).isEqualTo(404);
    Job kept = gallery.jobs().find(image.ref()).orElseThrow();
    assertThat(kept.description().albumId()).isNull();
  }

  @Test
  void theImagesGoWithTheAlbumWhenTold() {
    String album = create();
    Job image = gallery.image(aliceSub, album);
    Job other = gallery.image(aliceSub, null);

    assertThat(alice.call(DELETE, Map.of("images", "delete"), "albumId", album).status())
        .isEqualTo(204);

    assertThat(gallery.jobs().find(image.ref())).isEmpty();
    assertThat(gallery.jobs().find(other.ref())).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"keep", "delete"})
  void aLargeAlbumIsDeletedCallByCall(String fate) {
    String album = create();
    List<Job> images = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      images.add(gallery.image(aliceSub, album));
    }
    gallery.albums().share(album, "ann@example.org");
    millisAnImage.set(300);

    List<Long> left = new ArrayList<>();
    Answer answer = alice.call(DELETE, Map.of("images", fate), "albumId", album);
    while (answer.status() == 202) {
      assertThat(answer.headers()).containsEntry("retry-after", "1");
      assertThat(answer.text("albumId")).isEqualTo(album);
      left.add(answer.body().path("imagesLeft").asLong());
      assertThat(alice.call(GET, "albumId", album).status()).isEqualTo(404);
      answer = alice.call(DELETE, Map.of("images", fate), "albumId", album);
    }

    assertThat(answer.status()).isEqualTo(204);
    assertThat(left).hasSizeBetween(2, 3).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(left.get(0)).as("8 seconds of 0.3 an image").isBetween(33L, 36L);
    for (Job image : images) {
      assertThat(gallery.jobs().find(image.ref()).map(job -> job.description().albumId() == null))
          .isEqualTo(fate.equals("keep") ? Optional.of(true) : Optional.empty());
    }
  }

  @Test
  void deletingTwiceIsDeletingOnce() {
    String album = create();

    for (int i = 0; i < 3; i++) {
      assertThat(alice.call(DELETE, "albumId", album).status()).isEqualTo(204);
    }
    Gallery.User bob = gallery.user("bob", "[uploader]");
    assertThat(bob.call(DELETE, "albumId", album).status()).isEqualTo(404);
    Gallery.User admin = gallery.user("root", "[admin]");
    assertThat(admin.call(DELETE, "albumId", album).status()).isEqualTo(204);
  }

  @Test
  void whatNeverWasIsNotFound() {
    Gallery.User admin = gallery.user("root", "[admin]");

    for (Gallery.User user : List.of(alice, admin)) {
      assertThat(user.call(DELETE, "albumId", JobIds.next()).status()).isEqualTo(404);
      assertThat(user.call(DELETE, "albumId", "cats").status()).isEqualTo(404);
    }
  }

  @Test
  void onlyTheOwnerAndAdministratorsDelete() {
    String album = create();
    gallery.albums().share(album, "ann@example.org");

    Gallery.User ann = gallery.user("ann", "[viewer]");
    Gallery.User bob = gallery.user("bob", "[uploader]");
    assertThat(ann.call(DELETE, "albumId", album).status()).isEqualTo(404);
    assertThat(bob.call(DELETE, "albumId", album).status()).isEqualTo(404);
    assertThat(alice.call(GET, "albumId", album).status()).isEqualTo(200);
    Gallery.User admin = gallery.user("root", "[admin]");
    assertThat(admin.call(DELETE, "albumId", album).status()).isEqualTo(204);
    assertThat(alice.call(GET, "albumId", album).status()).isEqualTo(404);
  }

  @Test
  void whatBecomesOfTheImagesIsOneOfTwo() {
    Answer answer = alice.call(DELETE, Map.of("images", "move"), "albumId", create());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("field")).isEqualTo("images");
    assertThat(answer.text("detail")).contains("keep, delete");
  }

  private String create() {
    return alice.send("POST /api/albums", "{\"title\": \"Cats\"}").text("albumId");
  }
}
