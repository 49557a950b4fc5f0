package dev.darkroom.local.deploy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.local.template.InvalidTemplate;
import dev.darkroom.local.template.UnsupportedTemplate;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An alarm that could never be raised locally is refused by name. */
class AlarmDeployerTest {
  private static final String QUEUE_DEPTH =
      """
      Namespace: AWS/SQS
      MetricName: ApproximateNumberOfMessagesVisible
      Dimensions: [{ Name: QueueName, Value: !GetAtt Undelivered.QueueName }]
      Statistic: Maximum
      Period: 60
      EvaluationPeriods: 1
      Threshold: 0
      ComparisonOperator: GreaterThanThreshold
      TreatMissingData: ignore
      """;

  @TempDir private Path folder;

  @Test
  void aMetricThatNoPartTellsIsNamed() {
    assertThatThrownBy(() -> deploy(QUEUE_DEPTH.replace("MessagesVisible", "MessagesDelayed")))
        .isInstanceOf(UnsupportedTemplate.class)
        .hasMessageContaining("Waiting")
        .hasMessageContaining("AWS/SQS ApproximateNumberOfMessagesDelayed by QueueName");
  }

  @Test
  void aQueueThatIsNotInTheTemplateIsNamed() {
    assertThatThrownBy(
            () -> deploy(QUEUE_DEPTH.replace("!GetAtt Undelivered.QueueName", "another")))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessageContaining("Waiting")
        .hasMessageContaining("Dimensions");
  }

  @Test
  void aStatisticThatIsNotSupportedIsNamed() {
    assertThatThrownBy(() -> deploy(QUEUE_DEPTH.replace("Maximum", "Average")))
        .isInstanceOf(UnsupportedTemplate.class)
        .hasMessageContaining("Statistic")
        .hasMessageContaining("Sum, Maximum");
  }

  @Test
  void anActionThatIsNoTopicIsNamed() {
    assertThatThrownBy(() -> deploy(QUEUE_DEPTH + "AlarmActions: [\"arn:aws:swf:action\"]\n"))
        .isInstanceOf(UnsupportedTemplate.class)
        .hasMessageContaining("AlarmActions");
  }

  @Test
  void metricMathIsNamed() {
    assertThatThrownBy(() -> deploy(QUEUE_DEPTH + "Metrics: []\n"))
        .isInstanceOf(UnsupportedTemplate.class)
        .hasMessageContaining("Metrics");
  }

  @Test
  void aPeriodOfNoTimeIsNamed() {
    assertThatThrownBy(() -> deploy(QUEUE_DEPTH.replace("Period: 60", "Period: 0")))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessageContaining("Waiting")
        .hasMessageContaining("period");
  }

  private void deploy(String alarm) throws Exception {
    String template =
        """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Undelivered:
            Type: AWS::SQS::Queue
          Waiting:
            Type: AWS::CloudWatch::Alarm
            Properties:
        """
            + alarm.indent(6);
    Path file = Files.writeString(folder.resolve("template.yaml"), template);
    EmbeddedCloud.deploy(Settings.of(file)).close();
  }
}
