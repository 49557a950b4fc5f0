package dev.darkroom.steps;

import static dev.darkroom.steps.Uploads.CLOCK;
import static dev.darkroom.steps.Uploads.EXECUTION;
import static dev.darkroom.steps.Uploads.REF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.darkroom.core.InMemoryJobStore;
import dev.darkroom.core.JobDeleted;
import dev.darkroom.core.Step;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.ArgumentMatchers;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

class NotifyTest {
  private static final String TOPIC = "arn:aws:sns:eu-west-1:1:outcomes";
  private final SnsClient sns = mock(SnsClient.class);
  private final InMemoryJobStore jobs = Uploads.claimed();
  private final Notify notify = new Notify(jobs, new OutcomeTopic(sns, TOPIC));

  @Test
  void publishesTheOutcomeWithAttributesToFilterBy() {
    new Persist(jobs, CLOCK)
        .handle(
            new Persist.Request(
                Uploads.event(9),
                EXECUTION,
                new Persist.Result(null, null, null, null, "EMPTY_FILE: The file is empty.")));
    when(sns.publish(ArgumentMatchers.<Consumer<PublishRequest.Builder>>any()))
        .thenReturn(PublishResponse.builder().messageId("m-1").build());
    Notify.Published published =
        notify.handle(new Notify.Request(EXECUTION, REF.owner(), REF.jobId()));
    assertThat(published.messageId()).isEqualTo("m-1");
    PublishRequest request = publishedRequest();
    assertThat(request.topicArn()).isEqualTo(TOPIC);
    assertThat(request.message()).contains("The file is empty.");
    assertThat(request.messageAttributes().get("owner").stringValue()).isEqualTo(REF.owner());
    assertThat(request.messageAttributes().get("status").stringValue()).isEqualTo("REJECTED");
    assertThat(request.messageAttributes().get("jobId").stringValue()).isEqualTo(REF.jobId());
    assertThat(jobs.find(REF).orElseThrow().step()).isEqualTo(Step.NOTIFY);
  }

  @Test
  void tellsNothingOfAJobThatIsGone() {
    Notify.Request request =
        new Notify.Request(EXECUTION, REF.owner(), "01J0000000000000000000000B");
    assertThatThrownBy(() -> notify.handle(request)).isInstanceOf(JobDeleted.class);
    verifyNoInteractions(sns);
  }

  private PublishRequest publishedRequest() {
    ArgumentCaptor<Consumer<PublishRequest.Builder>> captor = ArgumentCaptor.captor();
    verify(sns).publish(captor.capture());
    PublishRequest.Builder request = PublishRequest.builder();
    captor.getValue().accept(request);
    return request.build();
  }
}
