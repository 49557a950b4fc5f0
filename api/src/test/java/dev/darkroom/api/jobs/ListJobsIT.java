package dev.darkroom.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.api.Answer;
import dev.darkroom.api.Client;
import dev.darkroom.core.Claim;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.Original;
import dev.darkroom.core.dynamo.DynamoJobStore;
import dev.darkroom.core.dynamo.LocalTable;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListJobsIT {
  private static final Clock CLOCK = Clock.fixed(Client.NOW, ZoneOffset.UTC);

  @RegisterExtension private final LocalTable table = new LocalTable();
  private Client alice;
  private Client bob;
  private Client admin;

  @BeforeEach
  void wire() {
    alice = Client.on(table, CLOCK).as("alice", "[uploader]");
    bob = alice.as("bob", "[uploader]");
    admin = alice.as("root", "[admin]");
  }

  @Test
  void listsOnesOwnNewestFirst() {
    List<String> ids = announce(alice, 3);
    announce(bob, 1);
    Collections.reverse(ids);

    Answer answer = alice.list(Map.of());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(ids(answer)).isEqualTo(ids);
    assertThat(answer.body().get("nextCursor").isNull()).isTrue();
  }

  @Test
  void noJobsAreAnEmptyList() {
    assertThat(alice.list(Map.of()).body())
        .isEqualTo(
            Answer.json(
                """
        {"items": [], "nextCursor": null}
        """));
  }

  @Test
  void pagesFollowEachOtherToTheEnd() {
    List<String> ids = announce(alice, 7);
    Collections.reverse(ids);
    assertThat(walk(Map.of("limit", "3"))).isEqualTo(ids);
    assertThat(walk(Map.of("limit", "3", "status", "AWAITING_UPLOAD"))).isEqualTo(ids);
    assertThat(walk(Map.of("limit", "7"))).isEqualTo(ids);
  }

  @Test
  void aPageDoesNotMoveWhenJobsAreAdded() {
    List<String> ids = announce(alice, 4);
    String cursor = alice.list(Map.of("limit", "2")).text("nextCursor");
    announce(alice, 2);

    assertThat(ids(alice.list(Map.of("limit", "2", "cursor", cursor))))
        .containsExactly(ids.get(1), ids.get(0));
  }

  @Test
  void listsOneStatusAlone() {
    List<String> ids = announce(alice, 3);
    claim(ids.get(1));

    assertThat(ids(alice.list(Map.of("status", "PROCESSING")))).containsExactly(ids.get(1));
    assertThat(ids(alice.list(Map.of("status", "AWAITING_UPLOAD"))))
        .containsExactly(ids.get(2), ids.get(0));
    assertThat(ids(alice.list(Map.of("status", "FAILED")))).isEmpty();
  }

  @Test
  void anAdministratorListsAnybodys() {
    List<String> ids = announce(alice, 1);

    assertThat(ids(admin.list(Map.of("owner", "alice")))).isEqualTo(ids);
    assertThat(ids(admin.list(Map.of("owner", "alice", "status", "AWAITING_UPLOAD"))))
        .isEqualTo(ids);
    assertThat(ids(admin.list(Map.of("owner", "nobody")))).isEmpty();
    assertThat(ids(admin.list(Map.of()))).isEmpty();
    assertThat(ids(alice.list(Map.of("owner", "alice")))).isEqualTo(ids);
  }

  @Test
  void othersJobsAreNotThere() {
    announce(alice, 1);

    assertThat(bob.list(Map.of("owner", "alice")).status()).isEqualTo(404);
    assertThat(bob.as("carol", "[viewer]").list(Map.of("owner", "alice")).status()).isEqualTo(404);
    assertThat(admin.list(Map.of("owner", "a#b")).status()).isEqualTo(404);
    assertThat(admin.list(Map.of("owner", "a".repeat(3000))).status()).isEqualTo(404);
  }

  @Test
  void aCursorIsOfOneUserAndOneListAlone() {
    announce(alice, 3);
    announce(bob, 3);
    String cursor = alice.list(Map.of("limit", "1")).text("nextCursor");

    refuses("cursor", bob.list(Map.of("cursor", cursor)));
    refuses("cursor", alice.list(Map.of("cursor", cursor, "status", "FAILED")));
    refuses("cursor", admin.list(Map.of("cursor", cursor, "owner", "alice")));
    refuses("cursor", alice.list(Map.of("cursor", cursor.substring(1))));
    refuses("cursor", alice.list(Map.of("cursor", "01JX4N7Q0Z8W3V5T2R9P6K1M4H")));
    assertThat(alice.list(Map.of("cursor", cursor)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "status, completed",
    "status, DELETED",
    "limit, 0",
    "limit, 101",
    "limit, ten",
    "page, 2",
  })
  void namesTheParameterThatIsWrong(String name, String value) {
    refuses(name, alice.list(Map.of(name, value)));
  }

  private static void refuses(String field, Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("field")).isEqualTo(field);
  }

  private List<String> walk(Map<String, String> parameters) {
    List<String> all = new ArrayList<>();
    Map<String, String> next = new java.util.HashMap<>(parameters);
    while (true) {
      Answer page = alice.list(next);
      all.addAll(ids(page));
      if (page.body().get("nextCursor").isNull()) {
        return all;
      }
      next.put("cursor", page.text("nextCursor"));
    }
  }

  private List<String> announce(Client client, int jobs) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < jobs; i++) {
      ids.add(
          client
              .create(
                  "{\"fileName\":\"cat.jpg\",\"contentType\":\"image/jpeg\",\"contentLength\":12}")
              .text("jobId"));
    }
    return ids;
  }

  private void claim(String jobId) {
    new DynamoJobStore(table.client(), table.name(), CLOCK)
        .claim(
            new Claim(
                new JobRef("alice", jobId),
                "arn",
                new Original("key", "e"),
                "cat.jpg",
                12,
                Client.NOW));
  }

  private static List<String> ids(Answer answer) {
    List<String> ids = new ArrayList<>();
    for (JsonNode job : answer.body().get("items")) {
      ids.add(job.get("jobId").asText());
    }
    return ids;
  }
}
