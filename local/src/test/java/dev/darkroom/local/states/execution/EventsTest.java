package dev.darkroom.local.states.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventsTest {
  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00.123456789Z");

  private final Events events = new Events();

  @Test
  void packedEventsReadAsTheyWereAdded() {
    HistoryEvent first = event(1, "ExecutionStarted", History.payload("input", "{\"a\":1}"));
    HistoryEvent second = event(2, "TaskStateEntered", History.nothing());
    events.add(first);
    events.add(second);
    events.pack();
    events.pack();

    assertThat(events.all()).containsExactly(first, second);
    assertThat(events.size()).isEqualTo(2);
  }

  @Test
  void moreCanBeAddedAfterPacking() {
    HistoryEvent first = event(1, "ExecutionStarted", History.nothing());
    HistoryEvent second = event(2, "ExecutionRedriven", History.nothing());
    events.add(first);
    events.pack();
    events.add(second);

    assertThat(events.all()).containsExactly(first, second);
    assertThat(events.size()).isEqualTo(2);
  }

  @Test
  void aCopyDoesNotFollowWhatIsAdded() {
    List<HistoryEvent> before = events.all();
    events.add(event(1, "ExecutionStarted", History.nothing()));

    assertThat(before).isEmpty();
  }

  private static HistoryEvent event(long id, String type, ObjectNode details) {
    details.set("output", JsonNodeFactory.instance.textNode("x"));
    return new HistoryEvent(id, id - 1, TIME, type, details);
  }
}
