package dev.darkroom.local.states.execution;

import dev.darkroom.local.states.asl.Retrier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Counts the retries of one stay in a state, each retrier for itself. */
final class Retries {
  private final List<Retrier> retriers;
  private final RandomGenerator random;
  private final int[] attempts;

  Retries(List<Retrier> retriers, RandomGenerator random) {
    this.retriers = retriers;
    this.random = random;
    this.attempts = new int[retriers.size()];
  }

  /** The retries that each retrier has given so far. */
  List<Integer> attempts() {
    return Arrays.stream(attempts).boxed().toList();
  }

  void goOnFrom(List<Integer> given) {
    for (int i = 0; i < Math.min(attempts.length, given.size()); i++) {
      attempts[i] = given.get(i);
    }
  }

  /** The pause before the next attempt, or nothing when there is to be none. */
  Optional<Duration> after(StatesError error) {
    for (int i = 0; i < attempts.length; i++) {
      Retrier retrier = retriers.get(i);
      // The first retrier that names the error decides, even when it has no attempts left.
      if (retrier.errors().matches(error.error())) {
        return attempts[i] < retrier.maxAttempts()
            ? Optional.of(delay(retrier, attempts[i]++))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Duration delay(Retrier retrier, int attempt) {
    double seconds = retrier.interval().toSeconds() * Math.pow(retrier.backoffRate(), attempt);
    double cap = retrier.maxDelay().map(Duration::toSeconds).orElse(Long.MAX_VALUE / 1000);
    double millis = Math.min(seconds, cap) * 1000;
    return Duration.ofMillis((long) (retrier.fullJitter() ? random.nextDouble() * millis : millis));
  }
}
