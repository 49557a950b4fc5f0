package dev.darkroom.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CloudWatchTest {
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  @Test
  void anAlarmIsRaisedAtOnceAndOnce() {
    AlarmTrial trial = AlarmTrial.counting(AlarmTrial.sumAboveZero(MissingData.NOT_BREACHING));
    trial.pass(A_SECOND);
    trial.count(1);
    trial.pass(A_SECOND);
    assertThat(trial.subjects()).containsExactly("ALARM");
    trial.count(1);
    trial.pass(A_SECOND);
    assertThat(trial.subjects()).isEmpty();
  }

  @Test
  void anAlarmIsOverWhenNothingBreachedForAPeriod() {
    AlarmTrial trial = AlarmTrial.counting(AlarmTrial.sumAboveZero(MissingData.NOT_BREACHING));
    trial.pass(A_SECOND);
    trial.count(1);
    trial.pass(A_MINUTE.minusSeconds(1));
    assertThat(trial.subjects()).containsExactly("ALARM");
    trial.pass(A_SECOND);
    assertThat(trial.subjects()).containsExactly("OK");
  }

  @Test
  void aMeasuredMetricIsOverAPeriodAfterItFell() {
    AtomicInteger waiting = new AtomicInteger();
    Evaluation evaluation =
        new Evaluation(
            Statistic.MAXIMUM, A_MINUTE, 1, 1, Comparison.GREATER, 0, MissingData.IGNORE);
    AlarmTrial trial = AlarmTrial.measuring(evaluation, waiting::get);
    trial.pass(A_SECOND);
    assertThat(trial.subjects()).containsExactly("OK");
    waiting.set(3);
    trial.pass(A_SECOND);
    assertThat(trial.subjects()).containsExactly("ALARM");
    waiting.set(0);
    trial.pass(A_MINUTE.minusSeconds(1));
    assertThat(trial.subjects()).isEmpty();
    trial.pass(A_SECOND);
    assertThat(trial.subjects()).containsExactly("OK");
  }

  @Test
  void silenceIsAnAlarmWhereItBreaches() {
    Evaluation ranLately =
        new Evaluation(Statistic.SUM, A_MINUTE, 3, 3, Comparison.LESS, 1, MissingData.BREACHING);
    AlarmTrial trial = AlarmTrial.counting(ranLately);
    trial.count(1);
    trial.pass(A_SECOND);
    assertThat(trial.subjects()).containsExactly("OK");
    trial.pass(A_MINUTE.multipliedBy(3).minusSeconds(2));
    assertThat(trial.subjects()).isEmpty();
    trial.pass(A_SECOND);
    assertThat(trial.subjects()).containsExactly("ALARM");
    trial.count(1);
    trial.pass(A_SECOND);
    assertThat(trial.subjects()).containsExactly("OK");
  }

  @Test
  void silenceFromBeforeTheStartIsNoAlarm() {
    Evaluation ranLately =
        new Evaluation(Statistic.SUM, A_MINUTE, 3, 3, Comparison.LESS, 1, MissingData.BREACHING);
    AlarmTrial trial = AlarmTrial.counting(ranLately);
    trial.pass(A_MINUTE.multipliedBy(3).minusSeconds(1));
    assertThat(trial.subjects()).doesNotContain("ALARM");
    trial.pass(A_SECOND);
    assertThat(trial.subjects()).containsExactly("ALARM");
  }

  @Test
  void silenceLeavesAnAlarmAsItIsWhereItIsIgnored() {
    AlarmTrial trial = AlarmTrial.counting(AlarmTrial.sumAboveZero(MissingData.IGNORE));
    trial.count(1);
    trial.pass(A_SECOND);
    assertThat(trial.subjects()).containsExactly("ALARM");
    trial.pass(A_MINUTE.multipliedBy(10));
    assertThat(trial.subjects()).isEmpty();
    trial.count(0);
    trial.pass(A_SECOND);
    assertThat(trial.subjects()).containsExactly("OK");
  }

  @Test
  void itTakesAsManyPeriodsAsTheAlarmSays() {
    Evaluation twoOfThree =
        new Evaluation(
            Statistic.SUM, A_MINUTE, 3, 2, Comparison.GREATER, 4, MissingData.NOT_BREACHING);
    AlarmTrial trial = AlarmTrial.counting(twoOfThree);
    trial.count(5);
    trial.pass(A_MINUTE.multipliedBy(2));
    assertThat(trial.subjects()).doesNotContain("ALARM");
    trial.count(2);
    trial.count(3);
    trial.pass(A_SECOND);
    assertThat(trial.subjects()).containsExactly("ALARM");
  }

  @Test
  void eachStateHasTheTopicsOfItsOwn() throws Exception {
    AlarmTrial trial = AlarmTrial.counting(AlarmTrial.sumAboveZero(MissingData.NOT_BREACHING));
    trial.count(2);
    trial.pass(A_SECOND);
    List<String> raised = trial.messages();
    trial.pass(A_MINUTE);
    List<String> over = trial.messages();

    assertThat(raised).hasSize(1);
    assertThat(raised.get(0)).startsWith("arn:alarms\nALARM: \"q-has-messages\" in us-east-1\n");
    assertThat(over).hasSize(1);
    assertThat(over.get(0)).startsWith("arn:all-clear\nOK: \"q-has-messages\" in us-east-1\n");
  }

  @Test
  void theMessageHasCloudWatchsFields() throws Exception {
    AlarmTrial trial = AlarmTrial.counting(AlarmTrial.sumAboveZero(MissingData.NOT_BREACHING));
    trial.pass(A_MINUTE);
    trial.messages();
    trial.count(2);
    trial.pass(A_SECOND);
    String message = trial.messages().get(0);
    JsonNode json = new ObjectMapper().readTree(message.substring(message.indexOf('{')));

    assertThat(json.path("AlarmName").asText()).isEqualTo("q-has-messages");
    assertThat(json.path("AlarmDescription").asText()).isEqualTo("Look into the queue.");
    assertThat(json.path("OldStateValue").asText()).isEqualTo("OK");
    assertThat(json.path("NewStateValue").asText()).isEqualTo("ALARM");
    assertThat(json.path("StateChangeTime").asText()).isEqualTo("2026-11-20T10:01:01.000+0000");
    assertThat(json.path("AlarmArn").asText())
        .isEqualTo("arn:aws:cloudwatch:us-east-1:000000000000:alarm:q-has-messages");
    JsonNode trigger = json.path("Trigger");
    assertThat(trigger.path("MetricName").asText()).isEqualTo("Waiting");
    assertThat(trigger.path("Dimensions").path(0).path("value").asText()).isEqualTo("q");
    assertThat(trigger.path("Period").asInt()).isEqualTo(60);
    assertThat(trigger.path("Threshold").asDouble()).isZero();
    assertThat(message).contains("1 had a value greater than the threshold (0.0): [2.0]");
  }

  @Test
  void aMetricThatNoAlarmLooksAtIsNotKept() {
    AlarmTrial trial = AlarmTrial.counting(AlarmTrial.sumAboveZero(MissingData.NOT_BREACHING));
    trial.countOf(new Metric("AWS/SQS", "Waiting", "QueueName", "another"));
    trial.pass(A_SECOND);
    assertThat(trial.subjects()).isEmpty();
  }
}
