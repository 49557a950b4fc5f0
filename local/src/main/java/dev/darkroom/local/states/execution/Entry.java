package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * An event that a history does not have yet.
 *
 * @param previousId the event that led to this one, 0 for none
 * @param move what it does to the flow that it is of
 */
record Entry(Instant time, long previousId, String type, ObjectNode details, Move move) {
  Entry(Instant time, long previousId, String type, ObjectNode details) {
    this(time, previousId, type, details, new Move.Stay());
  }

  HistoryEvent numbered(long id) {
    return new HistoryEvent(id, previousId, time, type, details);
  }
}
