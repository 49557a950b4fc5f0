package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One event of an execution's history.
 *
 * @param id from 1, in the order of the history
 * @param previousId the event that led to this one, 0 for none
 * @param details the fields of the event's own details object, empty for an event without
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html">
 *     HistoryEvent</a>
 */
public record HistoryEvent(
    long id, long previousId, Instant timestamp, String type, ObjectNode details) {
  private static final List<String> DATA =
      List.of("input", "inputDetails", "output", "outputDetails");

  /**
   * The event as GetExecutionHistory gives it.
   *
   * @param withData whether inputs and outputs are part of it
   */
  public ObjectNode toJson(boolean withData) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("timestamp", timestamp.toEpochMilli() / 1000.0);
    event.put("type", type);
    event.put("id", id);
    event.put("previousEventId", previousId);
    if (!details.isEmpty()) {
      event.set(detailsName(), withData ? details : details.deepCopy().remove(DATA));
    }
    return event;
  }

  private String detailsName() {
    if (type.endsWith("StateEntered")) {
      return "stateEnteredEventDetails";
    } else if (type.endsWith("StateExited")) {
      return "stateExitedEventDetails";
    }
    return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1) + "EventDetails";
  }
}
