package dev.darkroom.local.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchedulerTest {
  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final Instant NOW = Instant.parse("2026-11-20T10:15:30.250Z");

  private final BlockingQueue<JsonNode> runs = new LinkedBlockingQueue<>();
  private final Scheduler scheduler =
      new Scheduler("us-east-1", "000000000000", Clock.fixed(NOW, ZoneOffset.UTC));

  @AfterEach
  void close() {
    scheduler.close();
  }

  @Test
  void aScheduleRunsAtOnceWhenItStartsAndThenWaits() throws Exception {
    scheduler.add("Sweep", AN_HOUR, Optional.empty(), runs::add);
    assertThat(runs.poll(100, TimeUnit.MILLISECONDS)).isNull();

    scheduler.start();

    assertThat(run()).isNotNull();
    assertThat(runs.poll(100, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void aScheduleRunsAtEachInterval() throws Exception {
    scheduler.add("Sweep", Duration.ofMillis(20), Optional.empty(), runs::add);
    long before = System.nanoTime();
    scheduler.start();
    for (int i = 0; i < 4; i++) {
      assertThat(run()).isNotNull();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isGreaterThanOrEqualTo(Duration.ofMillis(59));
  }

  @Test
  void aTargetThatCannotBeStartedIsTriedAtTheNextInterval() throws Exception {
    scheduler.add(
        "Sweep",
        Duration.ofMillis(20),
        Optional.empty(),
        input -> {
          runs.add(input);
          throw new IllegalStateException("closed");
        });
    scheduler.start();

    assertThat(run()).isNotNull();
    assertThat(run()).isNotNull();
  }

  @Test
  void theEventNamesTheSchedule() throws Exception {
    scheduler.add("Sweep", AN_HOUR, Optional.empty(), runs::add);
    scheduler.start();

    JsonNode event = run();
    assertThat(event.path("source").asText()).isEqualTo("aws.scheduler");
    assertThat(event.path("detail-type").asText()).isEqualTo("Scheduled Event");
    assertThat(event.path("time").asText()).isEqualTo("2026-11-20T10:15:30Z");
    assertThat(event.path("resources").path(0).asText())
        .isEqualTo("arn:aws:scheduler:us-east-1:000000000000:schedule/default/Sweep");
    assertThat(event.path("detail").asText()).isEqualTo("{}");
  }

  @Test
  void anInputTakesTheEventsPlace() throws Exception {
    JsonNode input = JsonNodeFactory.instance.objectNode().put("shards", 8);
    scheduler.add("Sweep", AN_HOUR, Optional.of(input), runs::add);
    scheduler.start();

    assertThat(run()).isEqualTo(input);
  }

  private JsonNode run() throws InterruptedException {
    return runs.poll(10, TimeUnit.SECONDS);
  }
}
