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
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
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
  private Optional<Fork> kept = Optional.empty();
  private Optional<Backoff> backoff = Optional.empty();
  private Duration before = Duration.ZERO;

  Visit(Walk walk, State state, JsonNode input, long enteredEvent) {
    this(walk, state, input, enteredEvent, walk.run().time().now());
  }

  private Visit(Walk walk, State state, JsonNode input, long enteredEvent, Instant entered) {
    this.walk = walk;
    this.state = state;
    this.input = input;
    this.enteredEvent = enteredEvent;
    this.entered = entered;
  }

  /** A stay that goes on where it was when the execution stopped. */
  static Visit again(Walk walk, State state, Place place) {
    Visit visit = new Visit(walk, state, place.data(), place.enteredEvent(), place.since());
    visit.kept = place.fork();
    visit.backoff = place.backoff();
    visit.before = Duration.between(place.since(), walk.run().time().now());
    return visit;
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

  /** How long the stay had been going on when it was taken up again; nothing for a new one. */
  Duration before() {
    return before;
  }

  /** The branches that the first attempt of this stay takes up again. */
  Optional<Fork> takeKept() {
    Optional<Fork> taken = kept;
    kept = Optional.empty();
    return taken;
  }

  /** The last pause of the stay before it was taken up again. */
  Optional<Backoff> backoff() {
    return backoff;
  }

  /** Takes up the stay's last pause, for what is left of it. */
  void pauseAgain(Backoff kept) throws InterruptedException {
    Duration left = Duration.between(run().time().now(), kept.until());
    if (!left.isNegative() && !left.isZero()) {
      run().time().pause(left);
    }
    retries = kept.retries();
  }

  /**
   * Pauses before the next attempt.
   *
   * @param attempts the retries that each retrier has given so far
   */
  void pause(Duration duration, List<Integer> attempts) throws InterruptedException {
    Instant until = run().time().now().plus(duration);
    walk.pauses(new Backoff(attempts, retries + 1, until));
    run().time().pause(duration);
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
