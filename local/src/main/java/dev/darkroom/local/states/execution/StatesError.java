package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** An error in the sense of the States Language: a name to match, and a cause to read. */
public final class StatesError extends RuntimeException {
  private final String error;
  private final String cause;

  /**
   * @param error the name, as {@code States.Timeout} or an exception's class
   * @param cause what went wrong, or null when the name says it all
   */
  public StatesError(String error, String cause) {
    super(error, null, false, false);
    this.error = error;
    this.cause = cause;
  }

  public String error() {
    return error;
  }

  public Optional<String> causeText() {
    return Optional.ofNullable(cause);
  }

  /** {@code $states.errorOutput}. */
  ObjectNode output() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("Error", error)
        .put("Cause", causeText().orElse(""));
  }

  /** The details of an event that tells of this error. */
  ObjectNode details() {
    ObjectNode details = JsonNodeFactory.instance.objectNode().put("error", error);
    causeText().ifPresent(text -> details.put("cause", text));
    return details;
  }
}
