package dev.darkroom.core.executions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.core.redrive.FakeStates;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

class ExecutionsTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final Path DEFINITION = Path.of("..", "statemachine", "process-image.asl.json");

  private final FakeStates states = new FakeStates();
  private final Executions executions = new Executions(states);

  @Test
  void everyBadEndIsListedTheLastFirstHoweverManyPagesThereAre() {
    String[] arns = new String[7];
    for (int i = 0; i < arns.length; i++) {
      arns[i] = ended("e" + i, Executions.UNSUCCESSFUL.get(i % 3), Duration.ofMinutes(i + 1));
    }
    ended("good", ExecutionStatus.SUCCEEDED, Duration.ofMinutes(1));

    assertThat(executions.unsuccessful(FakeStates.MACHINE, Instant.EPOCH))
        .extracting(ExecutionListItem::executionArn)
        .containsExactly(arns);
  }

  @Test
  void whatEndedBeforeIsLeftOutHoweverLateItBegan() {
    ended("before", ExecutionStatus.FAILED, Duration.ofMinutes(61));
    String arn = FakeStates.arn("long");
    states.ended(
        arn, ExecutionStatus.TIMED_OUT, "{}", NOW.minus(Duration.ofHours(12)), NOW.minusSeconds(1));

    assertThat(executions.unsuccessful(FakeStates.MACHINE, NOW.minus(Duration.ofHours(1))))
        .extracting(ExecutionListItem::executionArn)
        .containsExactly(arn);
  }

  @Test
  void noExecutionRunsLongerThanIsLookedBackFor() throws Exception {
    int timeout =
        new ObjectMapper().readTree(DEFINITION.toFile()).path("TimeoutSeconds").intValue();

    assertThat(Executions.LONGEST_RUN).isGreaterThan(Duration.ofSeconds(timeout));
    assertThat(timeout).isPositive();
  }

  private String ended(String name, ExecutionStatus status, Duration ago) {
    String arn = FakeStates.arn(name);
    states.ended(arn, status, "{}", NOW.minus(ago).minusSeconds(5), NOW.minus(ago));
    return arn;
  }
}
