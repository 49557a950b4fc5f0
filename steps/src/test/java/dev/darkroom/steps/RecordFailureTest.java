package dev.darkroom.steps;

import static dev.darkroom.steps.Uploads.CLOCK;
import static dev.darkroom.steps.Uploads.EXECUTION;
import static dev.darkroom.steps.Uploads.KEY;
import static dev.darkroom.steps.Uploads.REF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.darkroom.core.InMemoryJobStore;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.Step;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.ArgumentMatchers;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

class RecordFailureTest {
  private final SfnClient states = mock(SfnClient.class);
  private final SnsClient sns = mock(SnsClient.class);
  private final InMemoryJobStore jobs = Uploads.claimed();
  private final RecordFailure recordFailure =
      new RecordFailure(states, jobs, new OutcomeTopic(sns, "topic"), CLOCK);

  @BeforeEach
  void topicTakesMessages() {
    when(sns.publish(ArgumentMatchers.<Consumer<PublishRequest.Builder>>any()))
        .thenReturn(PublishResponse.builder().messageId("m").build());
  }

  @Test
  void namesTheStepThatFailedAndTellsTheUploader() {
    jobs.finished(REF, EXECUTION, Step.RESIZE);
    ended(ExecutionStatus.FAILED, "dev.darkroom.steps.ServiceUnavailable");
    assertThat(recordFailure.handle(event(EXECUTION)).recorded()).isTrue();
    Job job = jobs.find(REF).orElseThrow();
    assertThat(job.status()).isEqualTo(JobStatus.FAILED);
    assertThat(job.error().code()).isEqualTo("STEP_FAILED");
    assertThat(job.error().detail()).contains("DetectLabels").doesNotContain("dev.darkroom");
    PublishRequest told = told();
    assertThat(told.subject()).isEqualTo("Your photo a.jpg could not be processed");
    assertThat(told.message()).contains("your file is not the cause");
  }

  @Test
  void tellsATimeOutFromAStop() {
    ended(ExecutionStatus.TIMED_OUT, null);
    recordFailure.handle(event(EXECUTION));
    assertThat(jobs.find(REF).orElseThrow().error().code()).isEqualTo("TIMED_OUT");
    ended(ExecutionStatus.ABORTED, null);
    recordFailure.handle(event(EXECUTION));
    assertThat(jobs.find(REF).orElseThrow().error().code()).isEqualTo("ABORTED");
  }

  @Test
  void leavesAJobThatAnotherExecutionHolds() {
    ended(ExecutionStatus.FAILED, "States.Timeout");
    assertThat(recordFailure.handle(event(EXECUTION + "-duplicate")).recorded()).isFalse();
    assertThat(jobs.find(REF).orElseThrow().status()).isEqualTo(JobStatus.PROCESSING);
    verify(sns, never()).publish(ArgumentMatchers.<Consumer<PublishRequest.Builder>>any());
  }

  @Test
  void leavesAnOutcomeThatIsRecorded() {
    new Persist(jobs, CLOCK)
        .handle(
            new Persist.Request(
                Uploads.event(9),
                EXECUTION,
                new Persist.Result(null, null, null, null, "EMPTY_FILE: The file is empty.")));
    ended(ExecutionStatus.FAILED, "dev.darkroom.steps.ServiceUnavailable");
    assertThat(recordFailure.handle(event(EXECUTION)).recorded()).isFalse();
    assertThat(jobs.find(REF).orElseThrow().status()).isEqualTo(JobStatus.REJECTED);
    verify(sns, never()).publish(ArgumentMatchers.<Consumer<PublishRequest.Builder>>any());
  }

  @Test
  void leavesADeletedJob() {
    jobs.delete(REF);
    ended(ExecutionStatus.FAILED, "States.Timeout");
    assertThat(recordFailure.handle(event(EXECUTION)).recorded()).isFalse();
    assertThat(jobs.find(REF)).isEmpty();
    verify(sns, never()).publish(ArgumentMatchers.<Consumer<PublishRequest.Builder>>any());
  }

  @Test
  void leavesAnExecutionThatNoUploadStarted() {
    answers(DescribeExecutionResponse.builder().status(ExecutionStatus.FAILED).input("{}").build());
    assertThat(recordFailure.handle(event(EXECUTION)).recorded()).isFalse();
  }

  private void ended(ExecutionStatus status, String error) {
    String input =
        """
        {"time": "2026-05-04T10:00:00Z", "detail": {"bucket": {"name": "uploads"},
         "object": {"key": "%s", "size": 9, "etag": "e1", "sequencer": "0A"}}}
        """
            .formatted(KEY);
    answers(DescribeExecutionResponse.builder().status(status).error(error).input(input).build());
  }

  private void answers(DescribeExecutionResponse response) {
    when(states.describeExecution(
            ArgumentMatchers.<Consumer<DescribeExecutionRequest.Builder>>any()))
        .thenReturn(response);
  }

  private PublishRequest told() {
    ArgumentCaptor<Consumer<PublishRequest.Builder>> captor = ArgumentCaptor.captor();
    verify(sns).publish(captor.capture());
    PublishRequest.Builder request = PublishRequest.builder();
    captor.getValue().accept(request);
    return request.build();
  }

  private static RecordFailure.StatusChange event(String executionArn) {
    return new RecordFailure.StatusChange(new RecordFailure.Detail(executionArn));
  }
}
