package dev.darkroom.api.albums;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.api.Answer;
import dev.darkroom.api.Gallery;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.dynamo.LocalTable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlbumsIT {
  private static final String LIST = "GET /api/albums";
  private static final String CREATE = "POST /api/albums";
  private static final String GET = "GET /api/albums/{albumId}";
  private static final String CHANGE = "PATCH /api/albums/{albumId}";
  private static final String SHARE = "PUT /api/albums/{albumId}/viewers/{email}";
  private static final String WITHDRAW = "DELETE /api/albums/{albumId}/viewers/{email}";

  @RegisterExtension private static final LocalTable TABLE = new LocalTable();

  private final String aliceSub = "alice-" + JobIds.next();
  private final String annSub = "ann-" + JobIds.next();
  private final String annEmail = annSub.toLowerCase(Locale.ROOT) + "@example.org";
  private Gallery gallery;
  private Gallery.User alice;
  private Gallery.User ann;
  private Gallery.User admin;

  @BeforeEach
  void users() {
    gallery = new Gallery(TABLE, Clock.systemUTC());
    alice = gallery.user(aliceSub, "[uploader]");
    ann = gallery.user(annSub, "[viewer]");
    admin = gallery.user("root", "[admin]");
  }

  @Test
  void aNewAlbumIsEmptyAndCanBeFetched() {
    Answer created = alice.send(CREATE, "{\"title\": \"  Côte d’Azur 🌊 \"}");

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.text("title")).isEqualTo("Côte d’Azur 🌊");
    assertThat(created.text("owner")).isEqualTo(aliceSub);
    assertThat(created.body().path("images").asInt()).isZero();
    assertThat(created.headers())
        .containsEntry("location", "/api/albums/" + created.text("albumId"));
    Answer fetched = get(alice, created.text("albumId"));
    assertThat(fetched.status()).isEqualTo(200);
    assertThat(fetched.body()).isEqualTo(created.body());
    assertThat(fetched.headers().get("etag")).isEqualTo(created.headers().get("etag"));
  }

  @Test
  void onlyUploadersMakeAlbums() {
    assertThat(ann.send(CREATE, "{\"title\": \"Cats\"}").problem()).isEqualTo("not-an-uploader");
    assertThat(admin.send(CREATE, "{\"title\": \"Cats\"}").status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"title\": null}",
        "{\"title\": 7}",
        "{\"title\": \"\"}",
        "{\"title\": \"   \"}",
        "{\"title\": \"two\\nlines\"}",
        "{\"title\": \"half \\ud800\"}"
      })
  void aTitleIsOneLineOfText(String body) {
    Answer answer = alice.send(CREATE, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("field")).isEqualTo("title");
  }

  @Test
  void aTitleHasHundredCharactersAtMost() {
    String longest = "🌊".repeat(100);

    assertThat(alice.send(CREATE, "{\"title\": \"" + longest + "\"}").text("title"))
        .isEqualTo(longest);
    assertThat(alice.send(CREATE, "{\"title\": \"" + longest + "x\"}").text("field"))
        .isEqualTo("title");
  }

  @Test
  void unknownFieldsAndParametersAreRefusedByName() {
    String album = create("Cats");

    assertThat(alice.send(CREATE, "{\"title\": \"Cats\", \"color\": 1}").text("field"))
        .isEqualTo("color");
    assertThat(alice.call(LIST, Map.of("color", "1")).text("field")).isEqualTo("color");
    assertThat(alice.call(GET, Map.of("color", "1"), "albumId", album).text("field"))
        .isEqualTo("color");
  }

  @Test
  void anAlbumIsItsOwnersItsViewersAndTheAdministrators() {
    String album = create("Cats");
    share(album, annEmail);

    assertThat(get(alice, album).body().path("viewers"))
        .extracting(JsonNode::textValue)
        .containsExactly(annEmail);
    assertThat(get(admin, album).body().path("viewers")).hasSize(1);
    Answer annSees = get(ann, album);
    assertThat(annSees.status()).isEqualTo(200);
    assertThat(annSees.body().path("viewers")).isEmpty();
    assertThat(get(gallery.user("bob", "[uploader]"), album).status()).isEqualTo(404);
    assertThat(get(gallery.user("unverified", "[viewer]"), album).status()).isEqualTo(404);
    assertThat(get(alice, JobIds.next()).status()).isEqualTo(404);
    assertThat(get(alice, "cats").status()).isEqualTo(404);
  }

  @Test
  void albumsAreListedForTheirOwnerNewestFirstPageByPage() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(0, create("Album " + i));
    }

    List<String> listed = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = alice.call(LIST, Map.of("limit", "2", "cursor", cursor));
      page.body().path("items").forEach(item -> listed.add(item.path("albumId").asText()));
      cursor = page.body().path("nextCursor").asText("");
    } while (!cursor.isEmpty() && !cursor.equals("null"));

    assertThat(listed).isEqualTo(made);
    assertThat(ann.call(LIST).body().path("items")).isEmpty();
  }

  @Test
  void aCursorIsOfOneUserAndOneList() {
    create("One");
    create("Two");
    String cursor = alice.call(LIST, Map.of("limit", "1")).text("nextCursor");

    assertThat(alice.call(LIST, Map.of("cursor", cursor)).status()).isEqualTo(200);
    assertThat(ann.call(LIST, Map.of("cursor", cursor)).text("field")).isEqualTo("cursor");
    assertThat(alice.call(LIST, Map.of("cursor", cursor, "shared", "true")).text("field"))
        .isEqualTo("cursor");
  }

  @Test
  void anAdministratorListsTheAlbumsOfAnyOwner() {
    String album = create("Cats");

    Answer answer = admin.call(LIST, Map.of("owner", aliceSub));

    assertThat(ids(answer)).containsExactly(album);
    assertThat(alice.call(LIST, Map.of("owner", aliceSub)).status()).isEqualTo(200);
    assertThat(ann.call(LIST, Map.of("owner", aliceSub)).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"shared, maybe", "shared, TRUE", "limit, 0", "limit, 101", "cursor, x"})
  void aParameterThatIsWrongIsNamed(String name, String value) {
    assertThat(alice.call(LIST, Map.of(name, value)).text("field")).isEqualTo(name);
  }

  @Test
  void sharedAlbumsOfAnOwnerAreNoList() {
    assertThat(admin.call(LIST, Map.of("shared", "true", "owner", aliceSub)).text("field"))
        .isEqualTo("owner");
    assertThat(admin.call(LIST, Map.of("owner", "x".repeat(129))).text("field")).isEqualTo("owner");
  }

  @Test
  void whatIsSharedIsListedUntilItIsWithdrawn() {
    String album = create("Cats");
    share(album, annEmail);
    share(album, annEmail);

    assertThat(ids(ann.call(LIST, Map.of("shared", "true")))).containsExactly(album);
    assertThat(ids(ann.call(LIST))).isEmpty();
    assertThat(ids(gallery.user(annSub, "[]").call(LIST, Map.of("shared", "true")))).isEmpty();
    for (int i = 0; i < 2; i++) {
      assertThat(alice.call(WITHDRAW, "albumId", album, "email", annEmail).status()).isEqualTo(204);
    }
    assertThat(ids(ann.call(LIST, Map.of("shared", "true")))).isEmpty();
    assertThat(get(ann, album).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "Ann+Photos@Example.ORG, ann+photos@example.org",
    "a%40b@example.org, a%40b@example.org",
    "o'neil@example.org, o'neil@example.org",
    "jürgen@bücher.example, jürgen@bücher.example"
  })
  void anAddressIsTakenAsItIsButForItsCase(String given, String kept) {
    String album = create("Cats");

    share(album, given);

    assertThat(get(alice, album).body().path("viewers"))
        .extracting(JsonNode::textValue)
        .containsExactly(kept);
  }

  @Test
  void anAddressOfAnotherFormIsRefused() {
    String album = create("Cats");

    Answer answer = alice.call(SHARE, "albumId", album, "email", "ann.example.org");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("field")).isEqualTo("email");
    assertThat(answer.text("detail")).contains("ann@example.org");
    assertThat(alice.call(WITHDRAW, "albumId", album, "email", "@").text("field"))
        .isEqualTo("email");
  }

  @Test
  void onlyTheOwnerShares() {
    String album = create("Cats");
    share(album, annEmail);

    for (Gallery.User other : List.of(ann, admin, gallery.user("bob", "[uploader]"))) {
      assertThat(other.call(SHARE, "albumId", album, "email", "eve@example.org").status())
          .isEqualTo(404);
      assertThat(other.call(WITHDRAW, "albumId", album, "email", annEmail).status()).isEqualTo(404);
    }
    assertThat(get(alice, album).body().path("viewers")).hasSize(1);
  }

  @Test
  void anAlbumHasHundredViewersAtMost() {
    String album = create("Cats");
    for (int i = 0; i < 100; i++) {
      gallery.albums().share(album, "viewer" + i + "@example.org");
    }

    Answer answer = alice.call(SHARE, "albumId", album, "email", annEmail);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("too-many-viewers");
    share(album, "viewer7@example.org");
  }

  @Test
  void titleAndCoverChangeOneByOne() {
    String album = create("Cats");
    Job image = gallery.image(aliceSub, album);

    Answer withCover = change(album, eTag(album), "{\"coverImageId\": \"" + image.jobId() + "\"}");
    Answer renamed = change(album, withCover.headers().get("etag"), "{\"title\": \"Dogs\"}");

    assertThat(withCover.status()).isEqualTo(200);
    assertThat(withCover.text("title")).isEqualTo("Cats");
    assertThat(renamed.text("coverImageId")).isEqualTo(image.jobId());
    assertThat(renamed.body().at("/cover/0/url").asText()).contains("/small.jpg?");
    assertThat(renamed.text("title")).isEqualTo("Dogs");
    assertThat(renamed.headers().get("etag")).isEqualTo(eTag(album));
    Answer cleared = change(album, eTag(album), "{\"coverImageId\": null}");
    assertThat(cleared.body().path("coverImageId").isNull()).isTrue();
    assertThat(cleared.body().path("cover").isNull()).isTrue();
  }

  @Test
  void aListShowsCovers() {
    String album = create("Cats");
    Job image = gallery.image(aliceSub, album);
    change(album, eTag(album), "{\"coverImageId\": \"" + image.jobId() + "\"}");
    create("Dogs");

    Answer answer = alice.call(LIST);

    assertThat(answer.body().at("/items/0/cover").isNull()).isTrue();
    assertThat(answer.body().at("/items/1/cover/0/url").asText()).contains("/small.jpg?");
  }

  @Test
  void theCoverIsACompletedImageOfTheAlbum() {
    String album = create("Cats");
    List<String> others =
        List.of(
            gallery.image(aliceSub, create("Dogs")).jobId(),
            gallery.image(aliceSub, null).jobId(),
            gallery.image("bob", null).jobId(),
            gallery.processing(aliceSub, album).jobId(),
            JobIds.next(),
            "cat");

    for (String other : others) {
      Answer answer = change(album, eTag(album), "{\"coverImageId\": \"" + other + "\"}");
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text("field")).isEqualTo("coverImageId");
    }
  }

  @Test
  void aCoverThatIsGoneIsNone() {
    String album = create("Cats");
    Job image = gallery.image(aliceSub, album);
    String before = eTag(album);
    change(album, before, "{\"coverImageId\": \"" + image.jobId() + "\"}");

    gallery.remove(image.ref());

    Answer answer = get(alice, album);
    assertThat(answer.body().path("coverImageId").isNull()).isTrue();
    assertThat(answer.body().path("cover").isNull()).isTrue();
    assertThat(answer.headers().get("etag")).isEqualTo(before);
    assertThat(change(album, before, "{\"title\": \"Dogs\"}").status()).isEqualTo(200);
  }

  @Test
  void aChangeNamesTheStateItWasMadeFrom() {
    String album = create("Cats");
    String before = eTag(album);

    assertThat(change(album, null, "{\"title\": \"Dogs\"}").status()).isEqualTo(428);
    assertThat(change(album, "*", "{\"title\": \"Dogs\"}").status()).isEqualTo(412);
    assertThat(change(album, before, "{\"title\": \"Dogs\"}").status()).isEqualTo(200);
    assertThat(change(album, before, "{\"title\": \"Birds\"}").status()).isEqualTo(412);
    assertThat(get(alice, album).text("title")).isEqualTo("Dogs");
  }

  @Test
  void neitherSharingNorImagesChangeTheState() {
    String album = create("Cats");
    String before = eTag(album);

    share(album, annEmail);
    gallery.image(aliceSub, album);

    Answer renamed = change(album, before, "{\"title\": \"Dogs\"}");
    assertThat(renamed.status()).isEqualTo(200);
    assertThat(renamed.body().path("images").asInt()).isEqualTo(1);
    assertThat(renamed.body().path("viewers")).hasSize(1);
  }

  @Test
  void ofTwoChangesOfOneStateOneTakesPlace() throws Exception {
    for (int round = 0; round < 10; round++) {
      String album = create("Cats");
      String before = eTag(album);
      ExecutorService two = Executors.newFixedThreadPool(2);
      List<Answer> answers = new ArrayList<>();
      try {
        List<Callable<Answer>> changes =
            List.of(
                () -> change(album, before, "{\"title\": \"Dogs\"}"),
                () -> change(album, before, "{\"title\": \"Birds\"}"));
        for (Future<Answer> answer : two.invokeAll(changes)) {
          answers.add(answer.get());
        }
      } finally {
        two.shutdown();
      }

      assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
      String won =
          answers.stream()
              .filter(answer -> answer.status() == 200)
              .findFirst()
              .orElseThrow()
              .text("title");
      assertThat(get(alice, album).text("title")).isEqualTo(won);
    }
  }

  @Test
  void onlyTheOwnerChangesAnAlbum() {
    String album = create("Cats");
    share(album, annEmail);

    for (Gallery.User other : List.of(ann, admin, gallery.user("bob", "[uploader]"))) {
      assertThat(
              other.change(CHANGE, eTag(album), "{\"title\": \"Mine\"}", "albumId", album).status())
          .isEqualTo(404);
    }
    assertThat(get(alice, album).text("title")).isEqualTo("Cats");
  }

  private String create(String title) {
    return alice.send(CREATE, "{\"title\": \"" + title + "\"}").text("albumId");
  }

  private void share(String album, String email) {
    assertThat(alice.call(SHARE, "albumId", album, "email", email).status()).isEqualTo(204);
  }

  private Answer change(String album, String ifMatch, String body) {
    return alice.change(CHANGE, ifMatch, body, "albumId", album);
  }

  private String eTag(String album) {
    return get(alice, album).headers().get("etag");
  }

  private static Answer get(Gallery.User user, String album) {
    return user.call(GET, "albumId", album);
  }

  private static List<String> ids(Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    List<String> ids = new ArrayList<>();
    answer.body().path("items").forEach(item -> ids.add(item.path("albumId").asText()));
    return ids;
  }
}
