package dev.darkroom.local.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded EventBridge Scheduler: starts targets at a regular rate. As on AWS, a schedule that
 * has no start date runs at once when it comes to be, which is when {@link #start} is called, and
 * then at each interval.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/what-is-scheduler.html">What
 *     is Amazon EventBridge Scheduler?</a>
 */
public final class Scheduler implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Scheduler.class);

  private final String region;
  private final String account;
  private final Clock clock;
  private final List<Schedule> schedules = new ArrayList<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "scheduler");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param region as {@code eu-west-1}
   * @param account twelve digits
   */
  public Scheduler(String region, String account) {
    this(region, account, Clock.systemUTC());
  }

  Scheduler(String region, String account, Clock clock) {
    this.region = region;
    this.account = account;
    this.clock = clock;
  }

  private record Schedule(
      String name, Duration every, Optional<JsonNode> input, ScheduledTarget target) {}

  /**
   * Adds a schedule, before the start.
   *
   * @param every the time between two runs
   * @param input what the target is given; an event that names the schedule, where there is none
   */
  public synchronized void add(
      String name, Duration every, Optional<JsonNode> input, ScheduledTarget target) {
    schedules.add(new Schedule(name, every, input, target));
  }

  /** Begins all schedules. */
  public synchronized void start() {
    for (Schedule schedule : schedules) {
      Future<?> unused =
          timer.scheduleAtFixedRate(
              () -> run(schedule), 0, schedule.every().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void run(Schedule schedule) {
    try {
      schedule.target().start(schedule.input().orElseGet(() -> event(schedule.name())));
    } catch (RuntimeException e) {
      // Thrown on, it would end the schedule.
      log.error("The schedule {} could not start its target", schedule.name(), e);
    }
  }

  private ObjectNode event(String name) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "0");
    event.put("id", UUID.randomUUID().toString());
    event.put("detail-type", "Scheduled Event");
    event.put("source", "aws.scheduler");
    event.put("account", account);
    event.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", region);
    event
        .putArray("resources")
        .add("arn:aws:scheduler:" + region + ":" + account + ":schedule/default/" + name);
    return event.put("detail", "{}");
  }
}
