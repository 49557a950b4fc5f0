package dev.darkroom.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private final Map<String, String> env =
      new HashMap<>(
          Map.of(
              "TABLE", "jobs",
              "UPLOADS_BUCKET", "up",
              "RENDITIONS_BUCKET", "down",
              "ISSUER", "https://issuer.example.com/pool",
              "CLIENT_ID", "client-1",
              "STATE_MACHINE_ARN", "arn:machine"));

  @Test
  void lifetimesNeedNotBeTold() {
    assertThat(Settings.from(env))
        .isEqualTo(
            new Settings(
                "jobs",
                "up",
                "https://issuer.example.com/pool",
                "client-1",
                "arn:machine",
                Duration.ofMinutes(15)));
  }

  @Test
  void lifetimesCanBeTold() {
    env.put("UPLOAD_URL_MINUTES", "5");

    assertThat(Settings.from(env).uploadUrlLife()).isEqualTo(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TABLE",
        "UPLOADS_BUCKET",
        "RENDITIONS_BUCKET",
        "ISSUER",
        "CLIENT_ID",
        "STATE_MACHINE_ARN"
      })
  void namesTheVariableThatIsMissing(String name) {
    env.remove(name);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UploadsApi(env))
        .withMessageContaining(name);

    env.put(name, "");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UploadsApi(env))
        .withMessageContaining(name);
  }

  @ParameterizedTest
  @CsvSource({"UPLOAD_URL_MINUTES, five", "UPLOAD_URL_MINUTES, -1", "UPLOAD_URL_MINUTES, 10081"})
  void namesTheVariableThatIsOutOfRange(String name, String value) {
    env.put(name, value);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Settings.from(env))
        .withMessageContaining(name)
        .withMessageContaining(value);
  }
}
