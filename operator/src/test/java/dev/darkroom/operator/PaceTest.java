package dev.darkroom.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private long now;
  private final Pace pace = new Pace(3, 2, () -> now, time -> now += time.toNanos());

  @Test
  void aBurstPassesAtOnceAndTheRestAtTheRate() throws Exception {
    for (int i = 0; i < 3; i++) {
      pace.await();
    }
    assertThat(now).isZero();

    for (int i = 0; i < 4; i++) {
      pace.await();
    }
    assertThat(Duration.ofNanos(now)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aRestFillsTheBurstAgainAndNoMore() throws Exception {
    for (int i = 0; i < 3; i++) {
      pace.await();
    }
    now = Duration.ofHours(1).toNanos();
    long rested = now;
    for (int i = 0; i < 3; i++) {
      pace.await();
    }
    assertThat(now).isEqualTo(rested);

    pace.await();
    assertThat(Duration.ofNanos(now - rested)).isEqualTo(Duration.ofMillis(500));
  }
}
