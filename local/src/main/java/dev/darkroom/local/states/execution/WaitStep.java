package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.states.asl.WaitState;
import dev.darkroom.local.states.jsonata.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Runs a Wait state. */
final class WaitStep implements Step {
  private final WaitState state;

  WaitStep(WaitState state) {
    this.state = state;
  }

  @Override
  public Exit take(Visit visit) throws InterruptedException {
    Duration duration =
        state
            .seconds()
            .map(template -> seconds(template, visit).minus(visit.before()))
            .orElseGet(() -> until(state.timestamp().orElseThrow(), visit));
    // A time that has passed is no wait at all.
    if (!duration.isNegative() && !duration.isZero()) {
      visit.run().time().pause(duration);
    }
    return visit.exit(state.way().effects(), visit.bindings(), visit.input(), state.way().next());
  }

  private static Duration seconds(Template template, Visit visit) {
    return Duration.ofSeconds(IntegerField.evaluate(template, visit, 0, WaitState.LONGEST));
  }

  private static Duration until(Template template, Visit visit) {
    JsonNode value = visit.evaluate(template);
    Optional<Instant> instant = Optional.ofNullable(value.textValue()).flatMap(WaitState::instant);
    if (instant.isEmpty()) {
      throw visit.evaluationFailed(template.unexpected("timestamp", value));
    }
    return Duration.between(visit.run().time().now(), instant.get());
  }
}
