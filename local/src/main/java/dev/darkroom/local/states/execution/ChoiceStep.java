package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.states.asl.ChoiceRule;
import dev.darkroom.local.states.asl.ChoiceState;
import dev.darkroom.local.states.asl.ErrorEquals;
import dev.darkroom.local.states.jsonata.Bindings;
import java.util.Optional;

/** Runs a Choice state; the conditions after the first that holds are not evaluated. */
final class ChoiceStep implements Step {
  private final ChoiceState state;

  ChoiceStep(ChoiceState state) {
    this.state = state;
  }

  @Override
  public Exit take(Visit visit) {
    Bindings bindings = visit.bindings();
    for (ChoiceRule rule : state.rules()) {
      if (holds(rule, visit, bindings)) {
        return visit.exit(rule.effects(), bindings, visit.input(), Optional.of(rule.next()));
      }
    }
    if (state.otherwise().isEmpty()) {
      throw visit.failure(
          ErrorEquals.NO_CHOICE_MATCHED, "No choice rule holds, and the state has no 'Default'.");
    }
    return visit.exit(state.effects(), bindings, visit.input(), state.otherwise());
  }

  private static boolean holds(ChoiceRule rule, Visit visit, Bindings bindings) {
    JsonNode value = visit.evaluate(rule.condition(), bindings);
    if (!value.isBoolean()) {
      throw visit.evaluationFailed(rule.condition().unexpected("boolean", value));
    }
    return value.booleanValue();
  }
}
