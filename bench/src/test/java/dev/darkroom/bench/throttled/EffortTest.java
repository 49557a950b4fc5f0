package dev.darkroom.bench.throttled;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffortTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void attemptsAfterTheFirstAreRetries() {
    List<JsonNode> history = new ArrayList<>();
    history.add(event("ExecutionStarted"));
    enter(history, "Validate", 2);
    enter(history, "DetectLabels", 4);
    enter(history, "Persist", 1);
    history.add(event("ExecutionSucceeded"));

    Effort effort = Effort.of(history);

    assertThat(effort).isEqualTo(new Effort(3, 3, 1));
    assertThat(effort.transitions()).isEqualTo(7);
    assertThat(effort.plus(effort)).isEqualTo(new Effort(6, 6, 2));
  }

  private static void enter(List<JsonNode> history, String state, int attempts) {
    ObjectNode entered = event("TaskStateEntered");
    entered.putObject("stateEnteredEventDetails").put("name", state);
    history.add(entered);
    for (int i = 0; i < attempts; i++) {
      history.add(event("TaskScheduled"));
      history.add(event("TaskStarted"));
      history.add(event(i == attempts - 1 ? "TaskSucceeded" : "TaskFailed"));
    }
    history.add(event("TaskStateExited"));
  }

  private static ObjectNode event(String type) {
    return JSON.createObjectNode().put("type", type);
  }
}
