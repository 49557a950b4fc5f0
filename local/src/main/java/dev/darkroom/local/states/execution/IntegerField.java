package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.states.jsonata.Template;

/** Reads a field that is a whole number, or an expression that must give one. */
final class IntegerField {
  private IntegerField() {}

  static int evaluate(Template template, Visit visit, int least, int most) {
    JsonNode value = visit.evaluate(template);
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.intValue() < least
        || value.intValue() > most) {
      throw visit.evaluationFailed(
          template.unexpected("integer between " + least + " and " + most, value));
    }
    return value.intValue();
  }
}
