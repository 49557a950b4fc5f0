package dev.darkroom.steps;

import static dev.darkroom.steps.Uploads.EXECUTION;
import static dev.darkroom.steps.Uploads.REF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.InMemoryJobStore;
import dev.darkroom.core.JobConflict;
import dev.darkroom.core.JobDeleted;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.Step;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.model.PublishRequest;

class NotifyTest {
  private static final Notify.Request REQUEST =
      new Notify.Request(EXECUTION, REF.owner(), REF.jobId());

  private final InMemoryTopic topic = new InMemoryTopic();
  private final InMemoryJobStore jobs = Uploads.claimed();
  private final Notify notify = new Notify(jobs, topic.outcomes());

  @Test
  void publishesTheOutcomeWithAttributesToFilterBy() {
    jobs.settle(REF, EXECUTION, Uploads.rejected());
    assertThat(notify.handle(REQUEST).messageId()).isEqualTo("m-1");
    PublishRequest request = topic.published().get(0);
    assertThat(request.topicArn()).isEqualTo(InMemoryTopic.ARN);
    assertThat(request.message()).contains("The file is empty.");
    assertThat(request.messageAttributes().get("owner").stringValue()).isEqualTo(REF.owner());
    assertThat(request.messageAttributes().get("status").stringValue()).isEqualTo("REJECTED");
    assertThat(request.messageAttributes().get("jobId").stringValue()).isEqualTo(REF.jobId());
    assertThat(topic.notifications()).containsExactly(REF.jobId() + "-REJECTED-0");
    assertThat(request.message()).endsWith("\nMessage " + REF.jobId() + "-REJECTED-0");
    assertThat(jobs.find(REF).orElseThrow().step()).isEqualTo(Step.NOTIFY);
  }

  @Test
  void tellsOnceHoweverOftenItRuns() {
    jobs.settle(REF, EXECUTION, Uploads.rejected());
    notify.handle(REQUEST);
    assertThat(notify.handle(REQUEST)).isEqualTo(new Notify.Published(null));
    assertThat(topic.published()).hasSize(1);
  }

  @Test
  void tellsNothingThatWasToldForIt() {
    jobs.settle(REF, EXECUTION, Uploads.rejected());
    jobs.told(REF, EXECUTION, JobStatus.REJECTED);
    assertThat(notify.handle(REQUEST).messageId()).isNull();
    assertThat(topic.published()).isEmpty();
  }

  @Test
  void whatBrokeOffAfterThePublicationIsRepeatedUnderTheSameId() {
    jobs.settle(REF, EXECUTION, Uploads.rejected());
    topic.outcomes().publish(jobs.find(REF).orElseThrow()); // And then the process died.
    notify.handle(REQUEST);
    assertThat(topic.notifications()).hasSize(2).containsOnly(REF.jobId() + "-REJECTED-0");
  }

  @Test
  void tellsNothingOfAJobThatIsNotItsOwn() {
    assertThatThrownBy(() -> notify.handle(REQUEST)).isInstanceOf(JobConflict.class);
    jobs.settle(REF, EXECUTION, Uploads.rejected());
    Notify.Request duplicates = new Notify.Request(EXECUTION + "-2", REF.owner(), REF.jobId());
    assertThatThrownBy(() -> notify.handle(duplicates)).isInstanceOf(JobConflict.class);
    assertThat(topic.published()).isEmpty();
  }

  @Test
  void tellsNothingOfAJobThatIsGone() {
    Notify.Request request =
        new Notify.Request(EXECUTION, REF.owner(), "01J0000000000000000000000B");
    assertThatThrownBy(() -> notify.handle(request)).isInstanceOf(JobDeleted.class);
    assertThat(topic.published()).isEmpty();
  }
}
