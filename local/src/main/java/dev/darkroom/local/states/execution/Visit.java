package dev.darkroom.local.states.execution;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.states.asl.Effects;
import dev.darkroom.local.states.asl.ErrorEquals;
import dev.darkroom.local.states.asl.State;
import dev.darkroom.local.states.jsonata.Bindings;
import dev.darkroom.local.states.jsonata.QueryEvaluationException;
import dev.darkroom.local.states.jsonata.Template;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One stay in one state, from its entry to its exit, over all its attempts. */
final class Visit {
  /** The most that a payload or the variables of one state may hold, in bytes of UTF-8. */
  private static final int MOST_BYTES = 256 * 1024;

  private final Walk walk;
  private final State state;
  private final JsonNode input;
  private final long enteredEvent;
  private final Instant entered;
  private int retries;

  Visit(Walk walk, State state, JsonNode input, long enteredEvent) {
    this.walk = walk;
    this.state = state;
    this.input = input;
    this.enteredEvent = enteredEvent;
    this.entered = walk.run().time().now();
  }

  Walk walk() {
    return walk;
  }

  Run run() {
    return walk.run();
  }

  JsonNode input() {
    return input;
  }

  void retried() {
    retries++;
  }

  /** What expressions of this state read; the variables are those of its entry. */
  Bindings bindings() {
    return Bindings.of(input, context(), walk.variables());
  }

  /** The same for an item of a Map. */
  Bindings bindings(ObjectNode mapItem) {
    ObjectNode context = context();
    context.set("Map", mapItem);
    return Bindings.of(input, context, walk.variables());
  }

  private ObjectNode context() {
    return ContextObject.of(
        walk.run().execution(), state, entered, retries, walk.mapItem().orElse(null));
  }

  JsonNode evaluate(Template template) {
    return evaluate(template, bindings());
  }

  JsonNode evaluate(Template template, Bindings bindings) {
    try {
      return template.evaluate(bindings);
    } catch (QueryEvaluationException e) {
      throw evaluationFailed(e);
    }
  }

  /** Writes down that an expression failed, and gives the error to throw. */
  StatesError evaluationFailed(QueryEvaluationException e) {
    StatesError error = failure(ErrorEquals.QUERY_EVALUATION_ERROR, e.getMessage());
    ObjectNode details = error.details();
    details.put("location", e.location());
    details.put("state", state.name());
    walk.record("EvaluationFailed", details);
    return error;
  }

  /** An error that the interpreter itself finds in this state. */
  StatesError failure(String error, String message) {
    String where =
        String.format(
            "An error occurred while executing the state '%s' (entered at the event id #%d). ",
            state.name(), enteredEvent);
    return new StatesError(error, where + message);
  }

  /** The given payload, when it is not too large. */
  JsonNode limited(JsonNode payload, String what) {
    if (bytes(payload) > MOST_BYTES) {
      throw failure(
          ErrorEquals.DATA_LIMIT_EXCEEDED,
          what + " exceeds the maximum number of bytes service limit (" + MOST_BYTES + ").");
    }
    return payload;
  }

  private static int bytes(JsonNode payload) {
    return payload.toString().getBytes(UTF_8).length;
  }

  /** Leaves the state: evaluates what it assigns and puts out. */
  Exit exit(Effects effects, Bindings bindings, JsonNode defaultOutput, Optional<String> next) {
    Map<String, JsonNode> assigned = new LinkedHashMap<>();
    int size = 0;
    for (Map.Entry<String, Template> variable : effects.assign().entrySet()) {
      JsonNode value = evaluate(variable.getValue(), bindings);
      limited(value, "The variable '" + variable.getKey() + "'");
      size += bytes(value);
      assigned.put(variable.getKey(), value);
    }
    if (size > MOST_BYTES) {
      throw failure(
          ErrorEquals.DATA_LIMIT_EXCEEDED,
          "The size of the assigned variables exceeds the maximum number of bytes.");
    }
    JsonNode output =
        effects.output().map(template -> evaluate(template, bindings)).orElse(defaultOutput);
    return new Exit(limited(output, "The state's output"), next, assigned);
  }
}
