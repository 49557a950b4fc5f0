package dev.darkroom.local.states.execution;

import static dev.darkroom.local.states.execution.Trial.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class HistoryTest {
  @Test
  void endsALoopWithoutAnEnd() {
    Execution execution =
        new Trial()
            .run(
                "'A': {'Type': 'Choice', 'Default': 'E',"
                    + " 'Choices': [{'Condition': true, 'Next': 'A'}]}, 'E': {'Type': 'Succeed'}",
                "{}");

    assertThat(execution.error()).contains("States.Runtime");
    assertThat(execution.history().events()).hasSize(25_000);
    assertThat(execution.history().events().get(24_999).type()).isEqualTo("ExecutionFailed");
  }

  @Test
  void dropsWhatComesAfterTheEnd() {
    History history = new History();
    history.close(
        new Entry(Instant.EPOCH, 0, "ExecutionAborted", History.nothing()),
        UnaryOperator.identity());

    history.add(
        0, history.outermost(), new Entry(Instant.EPOCH, 1, "PassStateExited", History.nothing()));

    assertThat(history.events()).hasSize(1);
  }

  @Test
  void showsEventsWithAndWithoutTheirData() {
    ObjectNode details = History.payload("input", "{}").put("name", "A");
    HistoryEvent event =
        new HistoryEvent(2, 1, Instant.ofEpochMilli(1500), "PassStateEntered", details);

    assertThat(event.toJson(true).toString())
        .isEqualTo(
            json("{'timestamp': 1.5, 'type': 'PassStateEntered', 'id': 2, 'previousEventId': 1,"
                    + " 'stateEnteredEventDetails': {'input': '{}',"
                    + " 'inputDetails': {'truncated': false}, 'name': 'A'}}")
                .toString());
    assertThat(event.toJson(false).get("stateEnteredEventDetails"))
        .isEqualTo(json("{'name': 'A'}"));
  }
}
