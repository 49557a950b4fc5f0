package dev.darkroom.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.mail.Email;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** A job that failed is processed again once the fault is gone, and its uploader is told. */
@ExtendWith(RunningCloud.class)
class RedriveIT {
  private static RunningCloud running;
  private static ApiCalls api;

  @BeforeAll
  static void signIn() throws Exception {
    running = RunningCloud.get();
    api = new ApiCalls(running.apiUrl(), running.user().signIn());
  }

  @Test
  void aFailedJobGoesOnWhereItFailed() throws Exception {
    String jobId = FailedJob.stopped(running, running.api(), Pictures.ROCKET);

    HttpResponse<String> answer = redrive(jobId);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(ApiCalls.JSON.readTree(answer.body()))
        .isEqualTo(
            ApiCalls.JSON.readTree(
                """
                {"jobId": "%s", "status": "PROCESSING", "redrive": "RESUMED", "reason": null,
                 "step": "DetectLabels"}
                """
                    .formatted(jobId)));
    JsonNode job = running.notified(jobId);
    assertThat(job.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(job.path("redrives").asInt()).isOne();
    assertThat(job.path("error").isNull()).isTrue();
    assertThat(resizes(jobId)).as("what succeeded is not done again").isOne();
    assertThat(running.mail(mail -> mail.body().contains(jobId) && isReady(mail)).subject())
        .isEqualTo("Your photo rocket.jpg is ready");
    assertThat(redrive(jobId).statusCode()).isEqualTo(409);
  }

  @Test
  void anExecutionOfAnotherDefinitionIsReplaced() throws Exception {
    String jobId = FailedJob.stopped(running, running.api(), Pictures.ROCKET);
    String before = running.executionOf(jobId).executionArn();
    String definition = running.definition();
    running.define(changed(definition));
    try {
      JsonNode answer = ApiCalls.JSON.readTree(redrive(jobId).body());

      assertThat(answer.path("redrive").asText()).isEqualTo("RESTARTED");
      assertThat(answer.path("reason").asText()).isEqualTo("DEFINITION_CHANGED");
      assertThat(answer.path("step").asText()).isEqualTo("Validate");
      JsonNode job = running.notified(jobId);
      assertThat(job.path("status").asText()).isEqualTo("COMPLETED");
      assertThat(job.path("redrives").asInt()).isOne();
      DescribeExecutionResponse next =
          running.describe(before.replaceFirst("[^:]+$", jobId + "-1"));
      assertThat(next.statusAsString()).isEqualTo("SUCCEEDED");
      assertThat(running.describe(before).statusAsString()).isEqualTo("ABORTED");
    } finally {
      running.define(definition);
    }
  }

  @Test
  void redrivenByManyAtOnceItIsDoneOnce() throws Exception {
    String jobId = FailedJob.stopped(running, running.api(), Pictures.ROCKET);
    Callable<HttpResponse<String>> call = () -> redrive(jobId);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Integer> codes = new ArrayList<>();
    try {
      for (Future<HttpResponse<String>> answer :
          threads.invokeAll(Stream.generate(() -> call).limit(4).toList())) {
        codes.add(answer.get().statusCode());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(codes).containsOnly(202);
    JsonNode job = running.notified(jobId);
    assertThat(job.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(job.path("redrives").asInt()).isOne();
    assertThat(redrives(jobId)).isOne();
  }

  @Test
  void anotherUserFindsNoSuchJob() throws Exception {
    String jobId = FailedJob.stopped(running, running.api(), Pictures.ROCKET);
    Person other = Person.join(running, "otto", "uploader");

    assertThat(other.send("POST", "/jobs/" + jobId + "/redrive", "", Map.of()).statusCode())
        .isEqualTo(404);
    assertThat(running.job(jobId).path("status").asText()).isEqualTo("FAILED");
  }

  @Test
  void theOperatorsCommandRedrivesWhatFailed() throws Exception {
    String first = FailedJob.stopped(running, running.api(), Pictures.ROCKET);
    String second = FailedJob.stopped(running, running.api(), Pictures.ROCKET);
    OperatorCommand command = new OperatorCommand(running.cloud());

    OperatorCommand.Outcome dry = command.redrive("--all-failed", "--dry-run");
    assertThat(dry.exitCode()).as(dry.text()).isZero();
    assertThat(dry.text()).contains(first, second, "would be redriven");
    assertThat(running.job(first).path("status").asText()).isEqualTo("FAILED");

    OperatorCommand.Outcome one = command.redrive(first);
    assertThat(one.exitCode()).as(one.text()).isZero();
    assertThat(one.text()).contains(first, "RESUMED at DetectLabels");
    assertThat(running.notified(first).path("status").asText()).isEqualTo("COMPLETED");

    OperatorCommand.Outcome rest = command.redrive("--all-failed", "--since", "1h");
    assertThat(rest.exitCode()).as(rest.text()).isZero();
    assertThat(rest.text()).contains(second).doesNotContain("not done:");
    assertThat(running.notified(second).path("status").asText()).isEqualTo("COMPLETED");
  }

  @Test
  void theOperatorsCommandDeliversWhatLiesInTheQueues() throws Exception {
    String failed = FailedJob.stopped(running, running.api(), Pictures.ROCKET);
    DescribeExecutionResponse execution = running.executionOf(failed);
    UndeliveredEvents undelivered = new UndeliveredEvents(running);
    String again = undelivered.upload(execution.input());
    undelivered.failure(execution.executionArn());

    OperatorCommand.Outcome outcome = new OperatorCommand(running.cloud()).redrive("--undelivered");

    assertThat(outcome.exitCode()).as(outcome.text()).isZero();
    assertThat(outcome.text()).contains("started " + again, "given to ", "2 done");
    assertThat(running.describe(execution.executionArn().replaceFirst("[^:]+$", again)).input())
        .contains(failed);
    assertThat(undelivered.isEmpty()).isTrue();
  }

  private static HttpResponse<String> redrive(String jobId) throws Exception {
    return api.send("POST", "/jobs/" + jobId + "/redrive", null);
  }

  private static String changed(String definition) throws IOException {
    ObjectNode changed = (ObjectNode) ApiCalls.JSON.readTree(definition);
    return changed.put("Comment", "Another version.").toString();
  }

  private static boolean isReady(Email mail) {
    return mail.subject().endsWith("is ready");
  }

  private static long resizes(String jobId) {
    return running.history(running.executionOf(jobId).executionArn()).stream()
        .filter(event -> event.stateEnteredEventDetails() != null)
        .filter(event -> event.stateEnteredEventDetails().name().equals("Resize"))
        .count();
  }

  private static long redrives(String jobId) {
    return running.history(running.executionOf(jobId).executionArn()).stream()
        .filter(event -> event.type() == HistoryEventType.EXECUTION_REDRIVEN)
        .count();
  }
}
