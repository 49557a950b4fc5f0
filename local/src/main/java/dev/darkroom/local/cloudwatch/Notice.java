package dev.darkroom.local.cloudwatch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What CloudWatch publishes of an alarm that changed.
 *
 * @param region as {@code eu-west-1}
 * @param account twelve digits
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html">Notifying
 *     users on alarm changes</a>
 */
record Notice(Watch.Change change, Instant at, String region, String account) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** SNS takes up to 100 characters. */
  private static final int LONGEST_SUBJECT = 100;

  String subject() {
    String subject = change.after() + ": \"" + change.alarm().name() + "\" in " + region;
    return subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT));
  }

  String text() {
    Alarm alarm = change.alarm();
    ObjectNode text = JsonNodeFactory.instance.objectNode();
    text.put("AlarmName", alarm.name());
    text.put("AlarmDescription", alarm.description());
    text.put("AWSAccountId", account);
    text.put("NewStateValue", change.after().name());
    text.put("NewStateReason", change.reason());
    text.put("StateChangeTime", TIME.format(at));
    text.put("Region", region);
    text.put("AlarmArn", CloudWatch.alarmArn(region, account, alarm.name()));
    text.put("OldStateValue", change.before().name());
    list(text.putArray("OKActions"), alarm.okActions());
    list(text.putArray("AlarmActions"), alarm.alarmActions());
    text.putArray("InsufficientDataActions");
    text.set("Trigger", trigger(alarm));
    return text.toPrettyString();
  }

  String mail() {
    return """
        The alarm %s in %s is now in the state %s; it was in the state %s.

        %s

        %s
        It changed at %s.
        """
        .formatted(
            change.alarm().name(),
            region,
            change.after(),
            change.before(),
            change.alarm().description(),
            change.reason(),
            at);
  }

  private static ObjectNode trigger(Alarm alarm) {
    Evaluation evaluation = alarm.evaluation();
    ObjectNode trigger = JsonNodeFactory.instance.objectNode();
    trigger.put("MetricName", alarm.metric().name());
    trigger.put("Namespace", alarm.metric().namespace());
    trigger.put("StatisticType", "Statistic");
    trigger.put("Statistic", evaluation.statistic().name());
    trigger.putNull("Unit");
    trigger
        .putArray("Dimensions")
        .addObject()
        .put("value", alarm.metric().resource())
        .put("name", alarm.metric().dimension());
    trigger.put("Period", evaluation.period().toSeconds());
    trigger.put("EvaluationPeriods", evaluation.periods());
    trigger.put("DatapointsToAlarm", evaluation.enough());
    trigger.put("ComparisonOperator", evaluation.comparison().id());
    trigger.put("Threshold", evaluation.threshold());
    trigger.put("TreatMissingData", evaluation.missing().id());
    return trigger.put("EvaluateLowSampleCountPercentile", "");
  }

  private static void list(ArrayNode array, List<String> items) {
    items.forEach(array::add);
  }
}
