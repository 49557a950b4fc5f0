package dev.darkroom.bench.throttled;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What an execution took of Step Functions.
 *
 * @param states how many states it entered
 * @param labelRetries attempts of DetectLabels after the first
 * @param otherRetries attempts of other states after the first
 */
record Effort(long states, long labelRetries, long otherRetries) {
  private static final String LABELS = "DetectLabels";

  /** Reads a history in its order, of a state machine whose states follow one another. */
  static Effort of(List<JsonNode> history) {
    long states = 0;
    long labels = 0;
    long others = 0;
    String state = "";
    boolean first = true;
    for (JsonNode event : history) {
      String type = event.required("type").asText();
      if (type.endsWith("StateEntered")) {
        state = event.required("stateEnteredEventDetails").required("name").asText();
        states++;
        first = true;
      } else if (type.equals("TaskScheduled")) {
        labels += !first && state.equals(LABELS) ? 1 : 0;
        others += !first && !state.equals(LABELS) ? 1 : 0;
        first = false;
      }
    }
    return new Effort(states, labels, others);
  }

  /**
   * What AWS bills: each state that is entered, and each retry.
   *
   * @see <a href="https://aws.amazon.com/step-functions/pricing/">Pricing</a>
   */
  long transitions() {
    return states + labelRetries + otherRetries;
  }

  Effort plus(Effort other) {
    return new Effort(
        states + other.states,
        labelRetries + other.labelRetries,
        otherRetries + other.otherRetries);
  }
}
