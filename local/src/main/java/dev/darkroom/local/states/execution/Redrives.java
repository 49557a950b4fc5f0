package dev.darkroom.local.states.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The redrives of one execution: how many, the last one's time, and by which tokens. */
final class Redrives {
  /** How many tokens are remembered, by the API reference of RedriveExecution. */
  private static final int MOST_TOKENS = 10;

  private static final Duration TOKEN_IS_VALID = Duration.ofMinutes(15);

  private record Used(String token, Instant date) {}

  private final Deque<Used> tokens = new ArrayDeque<>();
  private int count;
  private Instant date;

  void add(Instant newDate, Optional<String> token) {
    count++;
    date = newDate;
    token.ifPresent(text -> tokens.addLast(new Used(text, newDate)));
    if (tokens.size() > MOST_TOKENS) {
      tokens.removeFirst();
    }
  }

  /** When the execution was redriven by this token, if it is still valid. */
  Optional<Instant> by(String token, Instant now) {
    return tokens.stream()
        .filter(used -> used.token().equals(token))
        .map(Used::date)
        .filter(used -> !now.isAfter(used.plus(TOKEN_IS_VALID)))
        .findFirst();
  }

  int count() {
    return count;
  }

  Optional<Instant> date() {
    return Optional.ofNullable(date);
  }
}
