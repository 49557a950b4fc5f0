package dev.darkroom.local.cloudwatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** One alarm in a time that passes as the test says. */
final class AlarmTrial {
  static final Metric METRIC = new Metric("AWS/SQS", "Waiting", "QueueName", "q");
  static final Duration PERIOD = Duration.ofMinutes(1);

  private final List<String> published = new ArrayList<>();
  private final ManualClock clock = new ManualClock();
  private final CloudWatch cloudWatch =
      new CloudWatch(
          "us-east-1",
          "000000000000",
          (topic, subject, text, mail) ->
              published.add(topic + "\n" + subject + "\n" + text + mail),
          clock);

  private AlarmTrial() {}

  /** An alarm on what is counted. */
  static AlarmTrial counting(Evaluation evaluation) {
    AlarmTrial trial = new AlarmTrial();
    trial.cloudWatch.add(alarm(evaluation));
    trial.cloudWatch.begin();
    return trial;
  }

  /** An alarm on what is measured. */
  static AlarmTrial measuring(Evaluation evaluation, DoubleSupplier gauge) {
    AlarmTrial trial = new AlarmTrial();
    trial.cloudWatch.add(alarm(evaluation), gauge);
    trial.cloudWatch.begin();
    return trial;
  }

  static Evaluation sumAboveZero(MissingData missing) {
    return new Evaluation(Statistic.SUM, PERIOD, 1, 1, Comparison.GREATER, 0, missing);
  }

  void count(double value) {
    cloudWatch.count(METRIC, value);
  }

  void countOf(Metric other) {
    cloudWatch.count(other, 1);
  }

  /** Lets seconds pass, with a look at each. */
  void pass(Duration time) {
    for (int i = 0; i < time.toSeconds(); i++) {
      clock.now = clock.now.plusSeconds(1);
      cloudWatch.look();
    }
  }

  /** The subjects published since the last call. */
  List<String> subjects() {
    List<String> subjects = messages().stream().map(message -> message.split("\n")[1]).toList();
    return subjects.stream().map(subject -> subject.split(":")[0]).toList();
  }

  /**
   * Topic, subject, text and mail of what was published since the last call, each after the other.
   */
  List<String> messages() {
    List<String> messages = List.copyOf(published);
    published.clear();
    return messages;
  }

  private static Alarm alarm(Evaluation evaluation) {
    return new Alarm(
        "q-has-messages",
        "Look into the queue.",
        METRIC,
        evaluation,
        List.of("arn:alarms"),
        List.of("arn:all-clear"));
  }

  private static final class ManualClock extends Clock {
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
