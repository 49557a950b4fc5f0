package dev.darkroom.local.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {
  @Test
  void aRateIsInMinutesHoursOrDays() {
    assertThat(Rate.parse("rate(1 minute)").every()).isEqualTo(Duration.ofMinutes(1));
    assertThat(Rate.parse("rate(5 minutes)").every()).isEqualTo(Duration.ofMinutes(5));
    assertThat(Rate.parse("rate(12 hours)").every()).isEqualTo(Duration.ofHours(12));
    assertThat(Rate.parse("rate(7 days)").every()).isEqualTo(Duration.ofDays(7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cron(0 8 * * ? *)",
        "at(2026-11-20T13:00:00)",
        "rate(0 minutes)",
        "rate(30 seconds)",
        "rate(5minutes)",
        "5 minutes",
        ""
      })
  void anyOtherExpressionIsRefused(String expression) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Rate.parse(expression))
        .withMessageContaining("rate(N minutes)");
  }
}
