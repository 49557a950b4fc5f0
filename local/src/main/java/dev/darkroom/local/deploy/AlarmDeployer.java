package dev.darkroom.local.deploy;

import dev.darkroom.local.cloudwatch.Alarm;
import dev.darkroom.local.cloudwatch.Comparison;
import dev.darkroom.local.cloudwatch.Evaluation;
import dev.darkroom.local.cloudwatch.Metric;
import dev.darkroom.local.cloudwatch.MissingData;
import dev.darkroom.local.cloudwatch.Statistic;
import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.template.Place;
import dev.darkroom.local.template.Properties;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Alarms on the metrics that the embedded parts know; on others they are refused by name.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudwatch-alarm.html">
 *     AWS::CloudWatch::Alarm</a>
 */
final class AlarmDeployer {
  private static final String QUEUES = "AWS/SQS";
  private static final String QUEUE_METRIC = "ApproximateNumberOfMessagesVisible";

  private final Services services;

  AlarmDeployer(Services services) {
    this.services = services;
  }

  Deployed alarm(String logicalId, Properties properties) {
    properties.withoutEffect("Tags");
    Alarm alarm =
        new Alarm(
            properties
                .optionalText("AlarmName")
                .orElseGet(() -> services.stack.name() + "-" + logicalId),
            properties.optionalText("AlarmDescription").orElse(""),
            metric(properties),
            evaluation(properties),
            topics("AlarmActions", properties),
            topics("OKActions", properties));
    return new Deployed(alarm.name(), Map.of("Arn", add(alarm, properties)));
  }

  private static Metric metric(Properties properties) {
    List<Properties> dimensions = properties.objects("Dimensions");
    if (dimensions.size() != 1) {
      throw properties.place("Dimensions").unsupported("has to be one dimension");
    }
    return new Metric(
        properties.text("Namespace"),
        properties.text("MetricName"),
        dimensions.get(0).text("Name"),
        dimensions.get(0).text("Value"));
  }

  private static Evaluation evaluation(Properties properties) {
    int periods = Math.toIntExact(properties.number("EvaluationPeriods"));
    try {
      return new Evaluation(
          one(Statistic.values(), Statistic::id, "Statistic", properties),
          Duration.ofSeconds(properties.number("Period")),
          periods,
          properties.optionalNumber("DatapointsToAlarm").map(Math::toIntExact).orElse(periods),
          one(Comparison.values(), Comparison::id, "ComparisonOperator", properties),
          properties
              .optionalDecimal("Threshold")
              .orElseThrow(() -> properties.place("Threshold").invalid("is missing"))
              .doubleValue(),
          one(MissingData.values(), MissingData::id, "TreatMissingData", properties));
    } catch (IllegalArgumentException e) {
      throw properties.place().invalid(e.getMessage(), e);
    }
  }

  private static <T> T one(
      T[] values, Function<T, String> id, String property, Properties properties) {
    String given = properties.text(property);
    return Arrays.stream(values)
        .filter(value -> id.apply(value).equals(given))
        .findFirst()
        .orElseThrow(
            () ->
                properties
                    .place(property)
                    .unsupported(
                        "has to be one of "
                            + Arrays.stream(values).map(id).collect(Collectors.joining(", "))));
  }

  private List<String> topics(String property, Properties properties) {
    List<String> topics = properties.texts(property);
    for (String topic : topics) {
      if (!services.sns.hasTopic(topic)) {
        throw properties.place(property).unsupported("has to hold topics of this template");
      }
    }
    return topics;
  }

  private String add(Alarm alarm, Properties properties) {
    Metric metric = alarm.metric();
    Place resource = properties.place("Dimensions");
    try {
      if (metric.namespace().equals(QUEUES)
          && metric.name().equals(QUEUE_METRIC)
          && metric.dimension().equals("QueueName")) {
        services.queues.visible(metric.resource());
        return services.cloudWatch.add(alarm, () -> services.queues.visible(metric.resource()));
      }
      if (metric.namespace().equals(Telemetry.FUNCTIONS)
          && Telemetry.FUNCTION_METRICS.contains(metric.name())
          && metric.dimension().equals(Telemetry.FUNCTION_NAME)) {
        services.functions.arn(metric.resource());
        return services.cloudWatch.add(alarm);
      }
      if (metric.namespace().equals(Telemetry.MACHINES)
          && Telemetry.MACHINE_METRICS.containsValue(metric.name())
          && metric.dimension().equals(Telemetry.MACHINE_ARN)) {
        return services.cloudWatch.add(alarm);
      }
    } catch (AwsError e) {
      throw resource.invalid("names nothing of this template: " + e.getMessage(), e);
    }
    throw properties
        .place("MetricName")
        .unsupported(
            "is %s %s by %s, which is not supported locally"
                .formatted(metric.namespace(), metric.name(), metric.dimension()));
  }
}
