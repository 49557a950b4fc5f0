package dev.darkroom.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** Events come at least once; nothing is done twice. */
@ExtendWith(RunningCloud.class)
class DuplicateEventIT {
  private final RunningCloud running = RunningCloud.get();

  @Test
  void theSecondExecutionOfAnUploadEndsAtAlreadyProcessed() throws Exception {
    String jobId = running.api().upload(Pictures.CAT);
    JsonNode before = running.notified(jobId);
    String second = startAgain(running.executionOf(jobId).input());
    DescribeExecutionResponse ended = ended(second);
    assertThat(ended.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(statesOf(second)).containsExactly("Validate", "AlreadyProcessed");
    assertThat(running.job(jobId).path("updatedAt")).isEqualTo(before.path("updatedAt"));
    assertThat(mailsAbout(jobId)).isEqualTo(1);
  }

  @Test
  void ofTwoExecutionsAtOnceOneProcesses() throws Exception {
    String jobId = running.api().upload(Pictures.ROCKET);
    String event = running.executionOf(jobId).input();
    String second = startAgain(event);
    String third = startAgain(event);
    assertThat(running.notified(jobId).path("status").asText()).isEqualTo("COMPLETED");
    assertThat(ended(second).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(ended(third).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(mailsAbout(jobId)).isEqualTo(1);
  }

  private String startAgain(String event) {
    return running
        .states()
        .startExecution(start -> start.stateMachineArn(running.stateMachine()).input(event))
        .executionArn();
  }

  private DescribeExecutionResponse ended(String executionArn) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> running.describe(executionArn),
            execution -> execution.status() != ExecutionStatus.RUNNING);
  }

  private java.util.List<String> statesOf(String executionArn) {
    return running.history(executionArn).stream()
        .filter(event -> event.stateEnteredEventDetails() != null)
        .map(HistoryEvent::stateEnteredEventDetails)
        .map(details -> details.name())
        .toList();
  }

  private long mailsAbout(String jobId) throws InterruptedException {
    running.user().mailAbout(jobId);
    return running.cloud().inbox().emails(running.user().user().email()).stream()
        .filter(mail -> mail.body().contains(jobId))
        .count();
  }
}
