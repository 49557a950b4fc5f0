package dev.darkroom.local.cloudwatch;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded CloudWatch: keeps the metrics that alarms look at, and tells topics of alarms that
 * change. Metrics of no alarm are not kept.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Alarms.html">Using
 *     Amazon CloudWatch alarms</a>
 */
public final class CloudWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CloudWatch.class);

  private final String region;
  private final String account;
  private final Publisher publisher;
  private final Clock clock;
  private final Map<Metric, Series> metrics = new ConcurrentHashMap<>();
  private final Map<Metric, DoubleSupplier> gauges = new HashMap<>();
  private final List<Alarm> alarms = new CopyOnWriteArrayList<>();
  private final List<Watch> watches = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "cloudwatch");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param region as {@code eu-west-1}
   * @param account twelve digits
   * @param publisher publishes what alarms have to tell
   */
  public CloudWatch(String region, String account, Publisher publisher) {
    this(region, account, publisher, Clock.systemUTC());
  }

  CloudWatch(String region, String account, Publisher publisher, Clock clock) {
    this.region = region;
    this.account = account;
    this.publisher = publisher;
    this.clock = clock;
  }

  static String alarmArn(String region, String account, String name) {
    return "arn:aws:cloudwatch:" + region + ":" + account + ":alarm:" + name;
  }

  /**
   * Adds an alarm on what is counted, before the start.
   *
   * @return the alarm's ARN
   */
  public synchronized String add(Alarm alarm) {
    alarms.add(alarm);
    return alarmArn(region, account, alarm.name());
  }

  /**
   * Adds an alarm on what is measured each second, before the start.
   *
   * @return the alarm's ARN
   */
  public synchronized String add(Alarm alarm, DoubleSupplier gauge) {
    gauges.put(alarm.metric(), gauge);
    return add(alarm);
  }

  /** Counts something that happened now. */
  public void count(Metric metric, double value) {
    Series series = metrics.get(metric);
    if (series != null) {
      series.add(second(), value);
    }
  }

  /** Begins to keep metrics and to look at them each second. */
  public void start() {
    begin();
    Future<?> unused = timer.scheduleAtFixedRate(this::look, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  synchronized void begin() {
    long since = second();
    for (Alarm alarm : alarms) {
      Duration longest =
          alarms.stream()
              .filter(other -> other.metric().equals(alarm.metric()))
              .map(other -> other.evaluation().span())
              .max(Duration::compareTo)
              .orElseThrow();
      Series series = metrics.computeIfAbsent(alarm.metric(), metric -> new Series(longest));
      watches.add(new Watch(alarm, series, since));
    }
  }

  synchronized void look() {
    try {
      gauges.forEach((metric, gauge) -> count(metric, gauge.getAsDouble()));
      long second = second();
      for (Watch watch : watches) {
        watch.look(second).ifPresent(this::tell);
      }
    } catch (RuntimeException e) {
      // Thrown on, it would end the looking.
      log.error("Alarms could not be looked at", e);
    }
  }

  private void tell(Watch.Change change) {
    Notice notice = new Notice(change, clock.instant(), region, account);
    if (change.after() == AlarmState.ALARM) {
      log.warn("{}: {}", notice.subject(), change.alarm().description());
    }
    for (String topic : change.alarm().actions(change.after())) {
      publisher.publish(topic, notice.subject(), notice.text(), notice.mail());
    }
  }

  private long second() {
    return clock.instant().getEpochSecond();
  }
}
