package dev.darkroom.api.comments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.Answer;
import dev.darkroom.api.Gallery;
import dev.darkroom.core.Album;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.dynamo.LocalTable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentsIT {
  private static final String LIST = "GET /api/images/{imageId}/comments";
  private static final String ADD = "POST /api/images/{imageId}/comments";
  private static final String DELETE = "DELETE /api/images/{imageId}/comments/{commentId}";

  @RegisterExtension private static final LocalTable TABLE = new LocalTable();

  private final String aliceSub = "alice-" + JobIds.next();
  private final String albumId = JobIds.next();
  private Gallery gallery;
  private Gallery.User alice;
  private Gallery.User ann;
  private Gallery.User cat;
  private Gallery.User bob;
  private Gallery.User admin;
  private Job image;

  @BeforeEach
  void anImageInAnAlbumThatIsSharedWithAnnAndCat() {
    gallery = new Gallery(TABLE, Clock.systemUTC());
    alice = gallery.user(aliceSub, "[uploader]");
    ann = gallery.user("ann", "[viewer]");
    cat = gallery.user("cat", "[viewer]");
    bob = gallery.user("bob", "[uploader]");
    admin = gallery.user("root", "[admin]");
    Instant now = Instant.now();
    gallery
        .albums()
        .create(new Album(albumId, aliceSub, "Cats", null, List.of(), 0, now, now, false));
    gallery.albums().share(albumId, "ann@example.org");
    gallery.albums().share(albumId, "cat@example.org");
    image = gallery.image(aliceSub, albumId);
  }

  @Test
  void aCommentIsAnsweredAsItWasWritten() {
    gallery.displayName("ann", "Ann 🌊");

    Answer added = add(ann, " Schön!\\n\\r\\n<b>1 < 2</b> & 🌊 ");

    assertThat(added.status()).isEqualTo(201);
    assertThat(added.text("text")).isEqualTo("Schön!\n\n<b>1 < 2</b> & 🌊");
    assertThat(added.body().at("/author/userId").asText()).isEqualTo("ann");
    assertThat(added.body().at("/author/displayName").asText()).isEqualTo("Ann 🌊");
    assertThat(added.headers())
        .containsEntry(
            "location", "/api/images/" + image.jobId() + "/comments/" + added.text("commentId"));
    assertThat(list(alice).body().path("items")).containsExactly(added.body());
  }

  @Test
  void whoGaveNoNameHasNone() {
    Answer added = add(cat, "Hello");

    assertThat(added.body().at("/author/displayName").isNull()).isTrue();
    assertThat(list(ann).body().at("/items/0/author/displayName").isNull()).isTrue();
  }

  @Test
  void theNewestIsLastPageByPage() {
    List<String> written = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      written.add(add(i % 2 == 0 ? ann : alice, "Number " + i).text("commentId"));
    }

    List<String> listed = new ArrayList<>();
    Answer page = list(cat, Map.of("limit", "2"));
    page.body().path("items").forEach(item -> listed.add(item.path("commentId").asText()));
    while (!page.body().path("nextCursor").isNull()) {
      page = list(cat, Map.of("limit", "2", "cursor", page.text("nextCursor")));
      page.body().path("items").forEach(item -> listed.add(item.path("commentId").asText()));
    }

    assertThat(listed).isEqualTo(written);
  }

  @Test
  void aCursorIsOfOneImage() {
    add(ann, "One");
    add(ann, "Two");
    String cursor = list(ann, Map.of("limit", "1")).text("nextCursor");
    Job other = gallery.image(aliceSub, albumId);

    Answer answer = ann.call(LIST, Map.of("cursor", cursor), "imageId", other.jobId());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("field")).isEqualTo("cursor");
  }

  @Test
  void ownerAndViewersCommentOthersDoNot() {
    Gallery.User unverified = gallery.user("unverified", "[viewer]");
    Gallery.User ofNoGroup = gallery.user("ann", "[]");

    assertThat(add(alice, "Mine").status()).isEqualTo(201);
    assertThat(add(ann, "Hers").status()).isEqualTo(201);
    for (Gallery.User other : List.of(bob, admin, unverified, ofNoGroup)) {
      assertThat(add(other, "Hello").status()).isEqualTo(404);
    }
    for (Gallery.User other : List.of(bob, unverified, ofNoGroup)) {
      assertThat(list(other).status()).isEqualTo(404);
    }
    assertThat(list(admin).body().path("items")).hasSize(2);
  }

  @Test
  void whoIsNoViewerAnyMoreSeesNothing() {
    String commentId = add(ann, "Hello").text("commentId");

    gallery.albums().withdraw(albumId, "ann@example.org");

    assertThat(list(ann).status()).isEqualTo(404);
    assertThat(add(ann, "Still there?").status()).isEqualTo(404);
    assertThat(delete(ann, commentId).status()).isEqualTo(404);
  }

  @Test
  void anImageThatIsNotReadyHasNoComments() {
    String notReady = gallery.processing(aliceSub, albumId).jobId();

    assertThat(alice.send(ADD, "{\"text\": \"Hello\"}", "imageId", notReady).status())
        .isEqualTo(404);
    assertThat(alice.call(LIST, "imageId", notReady).status()).isEqualTo(404);
    assertThat(alice.call(LIST, "imageId", "cat").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"text\": null}",
        "{\"text\": [\"a\"]}",
        "{\"text\": \"\"}",
        "{\"text\": \" \\n \"}",
        "{\"text\": \"a\\u0000b\"}",
        "{\"text\": \"a\\tb\"}",
        "{\"text\": \"a\\u0085b\"}",
        "{\"text\": \"half \\udc00\"}"
      })
  void aTextIsPlain(String body) {
    Answer answer = ann.send(ADD, body, "imageId", image.jobId());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("field")).isEqualTo("text");
  }

  @Test
  void aTextHasThousandCharactersAtMost() {
    assertThat(add(ann, "🌊".repeat(1000)).status()).isEqualTo(201);
    assertThat(add(ann, "🌊".repeat(1000) + "x").text("field")).isEqualTo("text");
    assertThat(
            ann.send(ADD, "{\"text\": \"a\", \"html\": 1}", "imageId", image.jobId()).text("field"))
        .isEqualTo("html");
  }

  @Test
  void authorImageOwnerAndAdministratorDelete() {
    for (Gallery.User user : List.of(ann, alice, admin)) {
      String commentId = add(ann, "Hello").text("commentId");
      assertThat(delete(cat, commentId).status()).isEqualTo(404);
      assertThat(delete(bob, commentId).status()).isEqualTo(404);
      assertThat(list(alice).body().path("items")).hasSize(1);

      assertThat(delete(user, commentId).status()).isEqualTo(204);
      assertThat(delete(user, commentId).status()).isEqualTo(204);

      assertThat(list(alice).body().path("items")).isEmpty();
    }
  }

  @Test
  void whatIsNoIdIsNoComment() {
    assertThat(delete(alice, "first").status()).isEqualTo(404);
  }

  private Answer add(Gallery.User user, String text) {
    return user.send(ADD, "{\"text\": \"" + text + "\"}", "imageId", image.jobId());
  }

  private Answer list(Gallery.User user) {
    return user.call(LIST, "imageId", image.jobId());
  }

  private Answer list(Gallery.User user, Map<String, String> query) {
    return user.call(LIST, query, "imageId", image.jobId());
  }

  private Answer delete(Gallery.User user, String commentId) {
    return user.call(DELETE, "imageId", image.jobId(), "commentId", commentId);
  }
}
