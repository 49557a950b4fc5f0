package dev.darkroom.api.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.api.Answer;
import dev.darkroom.api.images.Images.User;
import dev.darkroom.core.Description;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.dynamo.LocalTable;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesIT {
  @RegisterExtension private final LocalTable table = new LocalTable();
  private Images images;
  private User alice;
  private User bob;
  private User admin;

  @BeforeEach
  void callers() {
    images = new Images(table);
    alice = images.as("alice", "[uploader]");
    bob = images.as("bob", "[viewer]");
    admin = images.as("root", "[admin]");
  }

  @Test
  void theOwnerSeesAnImageWithAllThatIsKnown() {
    String id = images.image("alice", Description.NONE.withCaption("Sea"), "Cat");
    Answer answer = alice.get(id);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().get("etag")).isNotNull();
    assertThat(answer.text("imageId")).isEqualTo(id);
    assertThat(answer.text("caption")).isEqualTo("Sea");
    assertThat(answer.body().at("/capture/position/latitude").asDouble()).isEqualTo(1);
    assertThat(answer.body().at("/labels/0"))
        .isEqualTo(
            Answer.json(
                """
                {"name": "Cat", "source": "DETECTED", "confidence": 90.0, "parents": [],
                 "instances": []}
                """));
    assertThat(answer.body().at("/renditions/0/url").asText()).contains("X-Amz-Signature");
  }

  @Test
  void whatIsNotOnesOwnIsNotThere() {
    String id = images.image("alice", Description.NONE);
    assertThat(bob.get(id).status()).isEqualTo(404);
    assertThat(bob.patch(id, "\"x\"", "{\"caption\": \"mine\"}").status()).isEqualTo(404);
    assertThat(bob.add(id, "x").status()).isEqualTo(404);
    assertThat(bob.remove(id, "x").status()).isEqualTo(404);
    assertThat(bob.original(id).status()).isEqualTo(404);
    assertThat(bob.delete(id).status()).isEqualTo(404);
    assertThat(bob.list(Map.of("owner", "alice")).status()).isEqualTo(404);
    assertThat(bob.labels(Map.of("owner", "alice")).status()).isEqualTo(404);
    assertThat(alice.get(id).status()).isEqualTo(200);
  }

  @Test
  void anAdministratorSeesAllAndChangesNothingButDeletes() {
    String id = images.image("alice", Description.NONE, "Cat");
    assertThat(admin.get(id).body().at("/capture/position/latitude").asInt()).isEqualTo(1);
    assertThat(ids(admin.list(Map.of("owner", "alice")))).containsExactly(id);
    assertThat(admin.labels(Map.of("owner", "alice")).body().path("items")).hasSize(1);
    assertThat(admin.describe(id, "{\"caption\": \"x\"}").status()).isEqualTo(404);
    assertThat(admin.add(id, "x").status()).isEqualTo(404);
    assertThat(admin.original(id).status()).isEqualTo(404);
    assertThat(admin.delete(id).status()).isEqualTo(204);
    assertThat(alice.get(id).status()).isEqualTo(404);
  }

  @Test
  void aViewerOfItsAlbumSeesAnImageButNotWhereItWasTaken() {
    String album = images.album("alice", "bob@x.org");
    String id = images.image("alice", Description.NONE.withAlbum(album), "Cat");
    assertThat(bob.get(id).body().at("/capture/camera").asText()).isEqualTo("Canon");
    assertThat(bob.get(id).body().at("/capture/position").isNull()).isTrue();
    Answer list = bob.list(Map.of("album", album));
    assertThat(ids(list)).containsExactly(id);
    assertThat(list.body().at("/items/0/capture/position").isNull()).isTrue();
    assertThat(bob.original(id).status()).isEqualTo(404);
    assertThat(images.as("eve", "[viewer]").list(Map.of("album", album)).status()).isEqualTo(404);
    assertThat(bob.list(Map.of()).body().path("items")).isEmpty();
  }

  @Test
  void listsAreFilteredByAllThatIsAskedFor() {
    String album = images.album("alice", "bob@x.org");
    Description sea = Description.NONE.withCaption("Deep SEA");
    String first = images.image("alice", sea.withAlbum(album), "Cat");
    String second = images.image("alice", sea, "Cat");
    String third = images.image("alice", Description.NONE.withAlbum(album), "Dog");
    assertThat(ids(alice.list(Map.of()))).containsExactly(third, second, first);
    assertThat(ids(alice.list(Map.of("label", "#cat")))).containsExactly(second, first);
    assertThat(ids(alice.list(Map.of("text", "sea")))).containsExactly(second, first);
    assertThat(ids(alice.list(Map.of("album", album, "label", "CAT")))).containsExactly(first);
    assertThat(ids(alice.list(Map.of("album", album, "text", "p se")))).containsExactly(first);
    assertThat(ids(alice.list(Map.of("label", "cat", "text", "lake")))).isEmpty();
    assertThat(ids(bob.list(Map.of("album", album, "label", "dog")))).containsExactly(third);
    assertThat(ids(alice.list(Map.of("owner", "alice", "label", "dog")))).containsExactly(third);
  }

  @Test
  void aListComesInPagesWhoseCursorsAreOfThatListAlone() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      all.add(0, images.image("alice", Description.NONE, "Cat"));
    }
    Answer first = alice.list(Map.of("limit", "2", "label", "cat"));
    assertThat(ids(first)).isEqualTo(all.subList(0, 2));
    String cursor = first.text("nextCursor");
    Answer second = alice.list(Map.of("limit", "2", "label", "cat", "cursor", cursor));
    assertThat(ids(second)).isEqualTo(all.subList(2, 3));
    assertThat(second.body().path("nextCursor").isNull()).isTrue();
    Answer foreign = alice.list(Map.of("limit", "2", "cursor", cursor));
    assertThat(foreign.status()).isEqualTo(400);
    assertThat(foreign.text("field")).isEqualTo("cursor");
  }

  @Test
  void wrongParametersAreRefusedByName() {
    assertThat(alice.list(Map.of("colour", "red")).text("field")).isEqualTo("colour");
    assertThat(alice.list(Map.of("limit", "101")).text("field")).isEqualTo("limit");
    assertThat(alice.list(Map.of("label", "x".repeat(51))).text("field")).isEqualTo("label");
    assertThat(alice.list(Map.of("text", "x".repeat(301))).text("field")).isEqualTo("text");
    assertThat(alice.list(Map.of("album", "nonsense")).status()).isEqualTo(404);
    assertThat(alice.get("nonsense").status()).isEqualTo(404);
  }

  @Test
  void aPatchChangesWhatItNamesAlone() {
    String album = images.album("alice");
    String id = images.image("alice", Description.NONE);
    Answer captioned = alice.describe(id, "{\"caption\": \" Minka \\uD83D\\uDC08 \"}");
    assertThat(captioned.status()).isEqualTo(200);
    assertThat(captioned.text("caption")).isEqualTo("Minka 🐈");
    Answer moved =
        alice.patch(id, captioned.headers().get("etag"), "{\"albumId\": \"" + album + "\"}");
    assertThat(moved.text("caption")).isEqualTo("Minka 🐈");
    assertThat(moved.text("albumId")).isEqualTo(album);
    assertThat(ids(alice.list(Map.of("album", album)))).containsExactly(id);
    Answer cleared = alice.describe(id, "{\"caption\": null, \"albumId\": null}");
    assertThat(cleared.body().path("caption").isNull()).isTrue();
    assertThat(ids(alice.list(Map.of("album", album)))).isEmpty();
  }

  @Test
  void ofTwoPatchesFromOneStateOneIsRefused() {
    String id = images.image("alice", Description.NONE);
    String eTag = alice.get(id).headers().get("etag");
    assertThat(alice.patch(id, eTag, "{\"caption\": \"one\"}").status()).isEqualTo(200);
    assertThat(alice.patch(id, eTag, "{\"caption\": \"two\"}").status()).isEqualTo(412);
    assertThat(alice.patch(id, null, "{\"caption\": \"two\"}").status()).isEqualTo(428);
    assertThat(alice.patch(id, "*", "{\"caption\": \"two\"}").status()).isEqualTo(412);
    assertThat(alice.get(id).text("caption")).isEqualTo("one");
  }

  @Test
  void ofTwoPatchesAtOnceFromOneStateOneIsRefused() throws Exception {
    String id = images.image("alice", Description.NONE);
    String eTag = alice.get(id).headers().get("etag");
    var threads = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Integer>> patches =
          Stream.of("one", "two")
              .<Callable<Integer>>map(
                  text -> () -> alice.patch(id, eTag, "{\"caption\": \"" + text + "\"}").status())
              .toList();
      List<Integer> statuses = new ArrayList<>();
      for (var patch : threads.invokeAll(patches)) {
        statuses.add(patch.get());
      }
      assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    } finally {
      threads.shutdown();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"caption\": 7}",
        "{\"caption\": \"bell\\u0007\"}",
        "{\"albumId\": \"nonsense\"}",
        "{\"albumId\": \"01JX4N7Q0Z8W3V5T2R9P6K1M4H\"}",
        "{\"title\": \"x\"}"
      })
  void aFieldThatIsWrongIsNamed(String body) {
    String id = images.image("alice", Description.NONE);
    Answer answer = alice.describe(id, body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(body).contains("\"" + answer.text("field") + "\"");
  }

  @Test
  void aCaptionHas300CharactersAtMost() {
    String id = images.image("alice", Description.NONE);
    assertThat(alice.describe(id, caption("🐈".repeat(300))).status()).isEqualTo(200);
    assertThat(alice.describe(id, caption("🐈".repeat(301))).text("field")).isEqualTo("caption");
  }

  @Test
  void anImageGoesIntoNoAlbumOfSomebodyElse() {
    String bobs = images.album("bob", "alice@x.org");
    String id = images.image("alice", Description.NONE);
    assertThat(alice.describe(id, "{\"albumId\": \"" + bobs + "\"}").text("field"))
        .isEqualTo("albumId");
  }

  @Test
  void labelsAreAddedAndRemovedByHand() {
    String id = images.image("alice", Description.NONE, "Cat", "Boys' Room");
    assertThat(labels(alice.add(id, "#Sea side"))).containsExactly("Cat", "Boys' Room", "Sea side");
    assertThat(labels(alice.add(id, "sea SIDE"))).hasSize(3);
    assertThat(labels(alice.remove(id, "CAT"))).containsExactly("Boys' Room", "Sea side");
    assertThat(labels(alice.remove(id, "CAT"))).hasSize(2);
    assertThat(labels(alice.remove(id, "boys' room"))).containsExactly("Sea side");
    assertThat(labels(alice.add(id, "cat"))).containsExactly("Cat", "Sea side");
    JsonNode counts = alice.labels(Map.of()).body().path("items");
    assertThat(counts)
        .isEqualTo(
            Answer.json(
                "[{\"label\": \"Cat\", \"images\": 1}, {\"label\": \"Sea side\", \"images\": 1}]"));
    assertThat(alice.get(id).body().at("/labels/1"))
        .isEqualTo(
            Answer.json(
                """
                {"name": "Sea side", "source": "USER", "confidence": null, "parents": [],
                 "instances": []}
                """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"#", " ", "-", "a/b", "a<b>", "a\nb", "a\u0007"})
  void whatIsNoLabelIsRefused(String label) {
    String id = images.image("alice", Description.NONE);
    assertThat(alice.add(id, label).text("field")).isEqualTo("label");
  }

  @Test
  void anImageBearsFifteenLabelsByHandAtMost() {
    String id = images.image("alice", Description.NONE);
    for (int i = 0; i < 15; i++) {
      assertThat(alice.add(id, "x" + i).status()).isEqualTo(200);
    }
    assertThat(alice.add(id, "one more").text("field")).isEqualTo("label");
    assertThat(alice.add(id, "ü".repeat(51)).status()).isEqualTo(400);
    assertThat(alice.remove(id, "x3").status()).isEqualTo(200);
    assertThat(alice.add(id, "ü".repeat(50)).status()).isEqualTo(200);
  }

  @Test
  void deletingTakesEverythingAlongAndMayBeAskedAgain() {
    String id = images.image("alice", Description.NONE.withCaption("Sea"), "Cat");
    String other = images.image("alice", Description.NONE, "Cat");
    assertThat(alice.delete(id).status()).isEqualTo(204);
    assertThat(alice.delete(id).status()).isEqualTo(204);
    assertThat(alice.get(id).status()).isEqualTo(404);
    assertThat(alice.add(id, "x").status()).isEqualTo(404);
    assertThat(ids(alice.list(Map.of()))).containsExactly(other);
    assertThat(images.s3().keys()).hasSize(2).allMatch(key -> key.contains(other));
    assertThat(images.deletionsLeft()).isEmpty();
    assertThat(alice.delete(JobIds.next()).status()).isEqualTo(404);
  }

  @Test
  void aDeletionThatBreaksOffIsFinishedByTheNextOne() {
    String mine = images.image("alice", Description.NONE);
    String hers = images.image("alice", Description.NONE);
    images.s3().breakDeletions(true);
    assertThat(alice.delete(mine).status()).isEqualTo(503);
    assertThat(admin.delete(hers).status()).isEqualTo(503);
    assertThat(images.s3().keys()).hasSize(4);
    assertThat(alice.get(mine).status()).isEqualTo(404);
    images.s3().breakDeletions(false);
    assertThat(alice.delete(mine).status()).isEqualTo(204);
    assertThat(admin.delete(hers).status()).isEqualTo(204);
    assertThat(images.s3().keys()).isEmpty();
  }

  @Test
  void anImageIsDescribedAndDeletedBeforeItIsReady() {
    JobRef running = images.running("alice", Description.NONE);
    String id = running.jobId();
    assertThat(alice.get(id).text("status")).isEqualTo("PROCESSING");
    assertThat(alice.describe(id, caption("soon")).text("caption")).isEqualTo("soon");
    assertThat(ids(alice.list(Map.of()))).isEmpty();
    assertThat(alice.delete(id).status()).isEqualTo(204);
    assertThat(images.s3().keys()).isEmpty();
    assertThat(images.jobs().find(running)).isEmpty();
    assertThat(images.deletionsLeft()).as("a step may be at work").containsExactly(running);
    assertThat(alice.delete(id).status()).isEqualTo(204);
  }

  @Test
  void theOriginalIsSavedUnderItsOwnName() {
    String id = images.image("alice", Description.NONE);
    Answer answer = alice.original(id);
    assertThat(answer.text("fileName")).isEqualTo("Zürich \"am\" See.jpg");
    String query = URI.create(answer.text("url")).getRawQuery();
    assertThat(query).contains("X-Amz-Expires=300");
    assertThat(URLDecoder.decode(query, StandardCharsets.UTF_8))
        .contains(
            "attachment; filename=\"Z_rich _am_ See.jpg\";"
                + " filename*=UTF-8''Z%C3%BCrich%20%22am%22%20See.jpg");
  }

  @Test
  void thereIsNoOriginalBeforeItHasArrived() {
    assertThat(alice.original(images.announced("alice").jobId()).status()).isEqualTo(404);
  }

  private static String caption(String text) {
    return "{\"caption\": \"" + text + "\"}";
  }

  private static List<String> ids(Answer list) {
    assertThat(list.status()).isEqualTo(200);
    return StreamSupport.stream(list.body().path("items").spliterator(), false)
        .map(image -> image.path("imageId").asText())
        .toList();
  }

  private static List<String> labels(Answer image) {
    assertThat(image.status()).isEqualTo(200);
    return StreamSupport.stream(image.body().path("labels").spliterator(), false)
        .map(label -> label.path("name").asText())
        .toList();
  }
}
