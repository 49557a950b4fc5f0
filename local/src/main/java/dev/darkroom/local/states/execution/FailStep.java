package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.states.asl.FailState;
import dev.darkroom.local.states.jsonata.Template;
import java.util.Optional;

/** Runs a Fail state: its error passes on as it is written. */
final class FailStep implements Step {
  private final FailState state;

  FailStep(FailState state) {
    this.state = state;
  }

  @Override
  public Exit take(Visit visit) {
    String error = text(state.error(), visit);
    throw new StatesError(error == null ? "" : error, text(state.cause(), visit));
  }

  private static String text(Optional<Template> template, Visit visit) {
    if (template.isEmpty()) {
      return null;
    }
    JsonNode value = visit.evaluate(template.get());
    if (!value.isTextual()) {
      throw visit.evaluationFailed(template.get().unexpected("string", value));
    }
    return value.textValue();
  }
}
