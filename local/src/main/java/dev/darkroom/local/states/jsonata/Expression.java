package dev.darkroom.local.states.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;

/** One parsed {@code {% … %}} expression; parsed once, evaluated on many threads. */
final class Expression {
  /** An expression that runs longer is in a loop. */
  private static final long MILLIS = 5_000;

  /** Step Functions' own bound on nesting. */
  private static final int DEPTH = 100;

  private final String source;
  private final String location;
  private final Jsonata jsonata;

  private Expression(String source, String location, Jsonata jsonata) {
    this.source = source;
    this.location = location;
    this.jsonata = jsonata;
  }

  static boolean isExpression(String text) {
    return text.startsWith("{%") && text.endsWith("%}") && text.length() >= 4;
  }

  static Expression parse(String text, String location) throws InvalidExpression {
    String source = text.substring(2, text.length() - 2).strip();
    ForbiddenReferences.check(source, location);
    try {
      Jsonata jsonata = Jsonata.jsonata(source);
      // A JSON null stays distinguishable from no result at all, which is Java's null.
      jsonata.setOutputConvertNulls(false);
      jsonata.setValidateInput(false);
      return new Expression(source, location, jsonata);
    } catch (RuntimeException e) {
      throw new InvalidExpression("INVALID_JSONATA_EXPRESSION", e.getMessage(), location);
    }
  }

  JsonNode evaluate(Bindings bindings) throws QueryEvaluationException {
    Object value = value(bindings);
    if (value == null) {
      throw failed("returned nothing (undefined).");
    }
    try {
      return JavaValues.toJson(value);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw failed("returned an unsupported result type.");
    }
  }

  private Object value(Bindings bindings) throws QueryEvaluationException {
    Jsonata.Frame frame = jsonata.createFrame();
    frame.setRuntimeBounds(MILLIS, DEPTH);
    AddedFunctions.bindTo(frame);
    bindings.bindTo(frame);
    try {
      return jsonata.evaluate(TopLevel.INSTANCE, frame);
    } catch (RuntimeException e) {
      throw failed("threw an error. " + e.getMessage());
    }
  }

  QueryEvaluationException failed(String what) {
    return new QueryEvaluationException(
        "The JSONata expression '"
            + source
            + "' specified for the field '"
            + location
            + "' "
            + what,
        location);
  }
}
