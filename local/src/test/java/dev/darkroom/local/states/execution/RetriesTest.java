package dev.darkroom.local.states.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.local.states.asl.ErrorEquals;
import dev.darkroom.local.states.asl.Retrier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetriesTest {
  private final StatesError busy = new StatesError("Busy", null);

  @Test
  void fullJitterDrawsEachPauseBetweenNothingAndTheWholeOfIt() {
    Retries retries = retries(new Retrier(errors(), seconds(10), 3, 2, Optional.empty(), true));

    for (int whole : new int[] {10, 20, 40}) {
      assertThat(retries.after(busy).orElseThrow()).isBetween(Duration.ZERO, seconds(whole));
    }
    assertThat(retries.after(busy)).isEmpty();
  }

  @Test
  void fullJitterSpreadsThePauses() {
    Retrier retrier = new Retrier(errors(), seconds(10), 1000, 2, Optional.of(seconds(20)), true);
    Retries retries = retries(retrier);
    retries.after(busy);

    List<Long> pauses =
        IntStream.range(0, 900)
            .mapToObj(i -> retries.after(busy).orElseThrow().toMillis())
            .toList();

    assertThat(pauses).allMatch(millis -> millis >= 0 && millis <= 20_000);
    assertThat(pauses).anyMatch(millis -> millis < 1_000).anyMatch(millis -> millis > 19_000);
  }

  @Test
  void aPauseDoesNotOverflow() {
    Retries retries =
        retries(new Retrier(errors(), seconds(99), 400, 9.5, Optional.empty(), false));

    for (int i = 0; i < 400; i++) {
      assertThat(retries.after(busy).orElseThrow()).isPositive();
    }
  }

  private static Retries retries(Retrier retrier) {
    return new Retries(List.of(retrier), new Random(5));
  }

  private static ErrorEquals errors() {
    return new ErrorEquals(List.of("Busy"));
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
