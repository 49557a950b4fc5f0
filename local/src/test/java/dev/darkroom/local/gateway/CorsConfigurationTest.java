package dev.darkroom.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CorsConfigurationTest {
  @Test
  void answersEveryOriginWithAStar() {
    assertThat(headers("*", "https://any.example"))
        .isEqualTo(Map.of("access-control-allow-origin", "*"));
  }

  @Test
  void admitsEveryOriginOfAScheme() {
    assertThat(headers("https://*", "https://any.example"))
        .isEqualTo(Map.of("access-control-allow-origin", "https://any.example"));
    assertThat(headers("https://*", "http://any.example")).isEmpty();
  }

  @Test
  void refusesCredentialsForEveryOrigin() {
    assertThatThrownBy(() -> configuration("*", OptionalInt.empty(), true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAnAgeBeyondADay() {
    assertThatThrownBy(() -> configuration("*", OptionalInt.of(86_401), false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Map<String, String> headers(String allowed, String origin) {
    return configuration(allowed, OptionalInt.empty(), false)
        .answerHeaders(Requests.get("/", "origin", origin));
  }

  private static CorsConfiguration configuration(
      String origin, OptionalInt maxAge, boolean allowCredentials) {
    return new CorsConfiguration(
        List.of(origin), List.of(), List.of(), List.of(), maxAge, allowCredentials);
  }
}
