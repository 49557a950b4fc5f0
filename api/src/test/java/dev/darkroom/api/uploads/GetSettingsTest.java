package dev.darkroom.api.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.Answer;
import dev.darkroom.api.Client;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GetSettingsTest {
  private static final String SETTINGS = "GET /api/settings";

  private final Client client = Client.of(Client.store());

  @Test
  void tellsEveryoneWhatTheStageSays() {
    Answer answer = client.send(SETTINGS, client.event(SETTINGS));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            Answer.json(
                """
                {"issuer": "https://issuer.example.com/pool", "clientId": "client-1",
                 "contentTypes": ["image/jpeg", "image/png", "image/gif", "image/bmp",
                                  "image/tiff", "image/webp"],
                 "maximumBytes": 1000, "filesPerCall": 50, "uploadsPerHour": 60,
                 "bytesPerDay": 50000}
                """));
  }

  @Test
  void aChangedSettingHoldsAtOnce() {
    Answer answer =
        client.send(
            SETTINGS,
            client
                .event(SETTINGS)
                .withStageVariables(
                    Map.of(
                        "MAX_BYTES",
                        "5",
                        "UPLOADS_PER_HOUR",
                        "6",
                        "BYTES_PER_DAY",
                        "10737418240")));

    assertThat(answer.body().get("maximumBytes").asLong()).isEqualTo(5);
    assertThat(answer.body().get("uploadsPerHour").asLong()).isEqualTo(6);
    assertThat(answer.body().get("bytesPerDay").asLong()).isEqualTo(10_737_418_240L);
  }
}
