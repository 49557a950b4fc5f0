package dev.darkroom.local.states.asl;

import dev.darkroom.local.states.jsonata.Template;

/**
 * One way out of a Choice state.
 *
 * @param condition true or false, or an expression that gives one of them
 */
public record ChoiceRule(Template condition, String next, Effects effects) {
  static ChoiceRule read(Fields fields) {
    fields.required("Condition");
    Template condition = fields.template("Condition").orElseThrow();
    if (!condition.isExpression() && !condition.source().isBoolean()) {
      throw fields.wrong("Condition", "Expected value of type [BOOLEAN]");
    }
    ChoiceRule rule = new ChoiceRule(condition, fields.text("Next"), Effects.read(fields));
    fields.nothingElse();
    return rule;
  }
}
