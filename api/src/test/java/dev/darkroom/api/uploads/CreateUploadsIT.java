package dev.darkroom.api.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.Answer;
import dev.darkroom.api.Client;
import dev.darkroom.core.dynamo.LocalTable;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class CreateUploadsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ALBUM = "01JX4N6M3C5D7F9G1H2J4K6M8N";

  @RegisterExtension private final LocalTable table = new LocalTable();
  private Client alice;

  @BeforeEach
  void wire() {
    alice = Client.on(table, Clock.fixed(Client.NOW, ZoneOffset.UTC)).as("alice", "[uploader]");
  }

  @Test
  void announcesFiftyInTheOrderOfTheFiles() {
    Answer answer = alice.createMany(batch(50).toString());

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().get("items")).hasSize(50);
    List<String> ids = new ArrayList<>();
    for (JsonNode ticket : answer.body().get("items")) {
      String jobId = ticket.get("jobId").asText();
      assertThat(URI.create(ticket.get("uploadUrl").asText()).getPath())
          .isEqualTo("/uploads/alice/" + jobId + "/photo-" + ids.size() + ".jpg");
      assertThat(alice.get(jobId).text("fileName")).isEqualTo("photo-" + ids.size() + ".jpg");
      ids.add(jobId);
    }
    assertThat(listed()).hasSize(50).doesNotHaveDuplicates().containsAll(ids);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 51})
  void refusesNoneAndFiftyOne(int files) {
    Answer answer = alice.createMany(batch(files).toString());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("field")).isEqualTo("files");
    assertThat(answer.text("detail")).contains("1 to 50");
    assertThat(listed()).isEmpty();
  }

  @Test
  void namesTheFileThatIsWrongAndAnnouncesNone() {
    ObjectNode batch = batch(5);
    file(batch, 3).put("contentType", "image/heic");
    refuses(batch, "files[3].contentType");

    batch = batch(5);
    file(batch, 4).put("contentLength", 1001);
    refuses(batch, "files[4].contentLength");

    batch = batch(5);
    file(batch, 0).put("caption", "é".repeat(301));
    refuses(batch, "files[0].caption");

    batch = batch(5);
    file(batch, 2).put("fileName", "a/b.jpg");
    refuses(batch, "files[2].fileName");

    batch = batch(5);
    file(batch, 1).put("checksumSha256", "AAAA");
    refuses(batch, "files[1].checksumSha256");

    batch = batch(5);
    file(batch, 1).put("albumId", ALBUM);
    refuses(batch, "files[1].albumId");

    batch = batch(5);
    file(batch, 4).remove("contentLength");
    refuses(batch, "files[4].contentLength");

    refuses(batch(1).put("caption", "a\u0000"), "caption");
    refuses(batch(1).put("owner", "bob"), "owner");
  }

  @Test
  void theCaptionForAllIsOfThoseThatHaveNoneOfTheirOwn() {
    ObjectNode batch = batch(3).put("caption", "summer");
    file(batch, 1).put("caption", "the lake");
    file(batch, 2).put("caption", " ");

    JsonNode tickets = alice.createMany(batch.toString()).body().get("items");

    assertThat(caption(tickets, 0)).isEqualTo("summer");
    assertThat(caption(tickets, 1)).isEqualTo("the lake");
    assertThat(caption(tickets, 2)).isEqualTo("summer");
  }

  @Test
  void goesIntoAnAlbumOfOnesOwn() {
    putAlbum("alice", Map.of());

    JsonNode tickets =
        alice.createMany(batch(2).put("albumId", ALBUM).toString()).body().get("items");

    assertThat(alice.get(tickets.get(1).get("jobId").asText()).text("albumId")).isEqualTo(ALBUM);
  }

  @Test
  void goesIntoNoAlbumOfAnother() {
    putAlbum("bob", Map.of());
    refuses(batch(2).put("albumId", ALBUM), "albumId");
  }

  @Test
  void goesIntoNoAlbumThatIsBeingDeleted() {
    putAlbum("alice", Map.of("deleting", AttributeValue.fromBool(true)));
    refuses(batch(2).put("albumId", ALBUM), "albumId");
  }

  @Test
  void theLongestNamesAndCaptionsFit() throws Exception {
    ObjectNode batch = batch(50).put("caption", "👍".repeat(300));
    for (int i = 0; i < 50; i++) {
      file(batch, i)
          .put("fileName", "é".repeat(127))
          .put("caption", "👍".repeat(300))
          .put("checksumSha256", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
    String escaped =
        JSON.writer()
            .with(JsonWriteFeature.ESCAPE_NON_ASCII)
            .withDefaultPrettyPrinter()
            .writeValueAsString(batch);
    assertThat(escaped.length()).isGreaterThan(64 * 1024);

    assertThat(alice.createMany(escaped).status()).isEqualTo(201);
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    Answer answer = alice.createMany("{" + " ".repeat(CreateUploads.LARGEST_BODY) + "}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("body-too-large");
    assertThat(answer.text("detail")).contains("262144");
  }

  @Test
  void othersMayNot() {
    assertThat(alice.as("bob", "[viewer]").createMany(batch(1).toString()).status()).isEqualTo(403);
  }

  private void refuses(ObjectNode batch, String field) {
    Answer answer = alice.createMany(batch.toString());
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("field")).isEqualTo(field);
    assertThat(listed()).isEmpty();
  }

  private List<String> listed() {
    List<String> ids = new ArrayList<>();
    alice
        .list(Map.of("limit", "100"))
        .body()
        .get("items")
        .forEach(job -> ids.add(job.get("jobId").asText()));
    return ids;
  }

  private String caption(JsonNode tickets, int file) {
    return alice.get(tickets.get(file).get("jobId").asText()).text("caption");
  }

  private static ObjectNode batch(int files) {
    ObjectNode batch = JSON.createObjectNode();
    ArrayNode array = batch.putArray("files");
    for (int i = 0; i < files; i++) {
      array
          .addObject()
          .put("fileName", "photo-" + i + ".jpg")
          .put("contentType", "image/jpeg")
          .put("contentLength", 10);
    }
    return batch;
  }

  private static ObjectNode file(ObjectNode batch, int index) {
    return (ObjectNode) batch.get("files").get(index);
  }

  private void putAlbum(String owner, Map<String, AttributeValue> more) {
    Map<String, AttributeValue> album = new HashMap<>(more);
    album.put("PK", AttributeValue.fromS("ALBUM#" + ALBUM));
    album.put("SK", AttributeValue.fromS("ALBUM"));
    album.put("albumId", AttributeValue.fromS(ALBUM));
    album.put("owner", AttributeValue.fromS(owner));
    album.put("title", AttributeValue.fromS("Summer"));
    album.put("images", AttributeValue.fromN("0"));
    album.put("createdAt", AttributeValue.fromS("2026-05-04T10:00:00.120Z"));
    album.put("updatedAt", AttributeValue.fromS("2026-05-04T10:00:00.120Z"));
    table.client().putItem(put -> put.tableName(table.name()).item(album));
  }
}
