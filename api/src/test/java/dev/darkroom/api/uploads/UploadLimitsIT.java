package dev.darkroom.api.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.Answer;
import dev.darkroom.api.Client;
import dev.darkroom.core.dynamo.LocalTable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who uploads too much is told so, and when to go on. */
class UploadLimitsIT {
  private static final Instant NOW = Instant.parse("2026-11-20T21:59:30.250Z");

  @RegisterExtension private final LocalTable table = new LocalTable();

  @Test
  void tellsHowManyAreLeftAndWhenToGoOn() {
    assertThat(send(NOW, 7, 10_000, 5).status()).isEqualTo(201);

    Answer refused = send(NOW, 7, 10_000, 3);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.problem()).isEqualTo("too-many-uploads");
    assertThat(refused.headers()).containsEntry("retry-after", "30");
    assertThat(refused.text("detail"))
        .contains("7 files", "an hour", "2 are left", "2026-11-20T22:00:00.000Z");
    assertThat(send(NOW, 7, 10_000, 2).status()).isEqualTo(201);
    assertThat(send(Instant.parse("2026-11-20T22:00:00Z"), 7, 10_000, 7).status()).isEqualTo(201);
  }

  @Test
  void tellsHowManyBytesAreLeftAndWhenToGoOn() {
    assertThat(send(NOW, 100, 65, 6).status()).isEqualTo(201);

    Answer refused = send(NOW, 100, 65, 1);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers()).containsEntry("retry-after", "7230");
    assertThat(refused.text("detail"))
        .contains("65 bytes", "a day", "5 are left", "2026-11-21T00:00:00.000Z");
  }

  @Test
  void aBatchThatIsTooMuchAnnouncesNothing() {
    assertThat(send(NOW, 7, 10_000, 8).status()).isEqualTo(429);

    Answer list = client(NOW).list(Map.of());
    assertThat(list.body().get("items")).isEmpty();
    assertThat(send(NOW, 7, 10_000, 7).status()).isEqualTo(201);
  }

  @Test
  void whatIsRefusedForItselfIsNotCounted() {
    Client alice = client(NOW);
    String none = "{\"files\": [], \"albumId\": \"01JX4N6M3C5D7F9G1H2J4K6M8N\"}";
    assertThat(alice.createMany(none).status()).isEqualTo(400);
    assertThat(alice.create("{\"fileName\": \"a.heic\"}").status()).isEqualTo(400);

    assertThat(send(NOW, 7, 10_000, 7).status()).isEqualTo(201);
  }

  @Test
  void twentyRequestsAtOnceNeverExceedTheLimit() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      Callable<Integer> request = () -> send(NOW, 13, 10_000, 1).status();
      int announced = 0;
      for (Future<Integer> status : threads.invokeAll(Collections.nCopies(20, request))) {
        assertThat(status.get()).isIn(201, 429);
        announced += status.get() == 201 ? 1 : 0;
      }
      assertThat(announced).isEqualTo(13);
      assertThat(client(NOW).list(Map.of()).body().get("items")).hasSize(13);
    } finally {
      threads.shutdown();
    }
  }

  private Answer send(Instant now, int uploadsPerHour, int bytesPerDay, int files) {
    Client alice = client(now);
    String photo =
        "{\"fileName\": \"a.jpg\", \"contentType\": \"image/jpeg\", \"contentLength\": 10}";
    String body =
        IntStream.range(0, files)
            .mapToObj(i -> photo)
            .collect(Collectors.joining(",", "{\"files\": [", "]}"));
    return alice.send(
        Client.CREATE_MANY,
        alice
            .event(Client.CREATE_MANY)
            .withBody(body)
            .withStageVariables(
                Map.of(
                    "MAX_BYTES", "1000",
                    "UPLOADS_PER_HOUR", "" + uploadsPerHour,
                    "BYTES_PER_DAY", "" + bytesPerDay)));
  }

  private Client client(Instant now) {
    return Client.on(table, Clock.fixed(now, ZoneOffset.UTC)).as("alice", "[uploader]");
  }
}
