package dev.darkroom.bench.throttled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.bench.cloud.LabelCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BacklogTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Backlog backlog =
      backlog(job(1, 2, "COMPLETED", false), job(0, 4.5, "COMPLETED", true));

  @Test
  void theTotalIsFromTheFirstAcceptedToTheLastSettled() {
    assertThat(backlog.totalSeconds()).isEqualTo(4.5);
    assertThat(backlog.sendingSeconds()).isEqualTo(1);
    assertThat(backlog.idealSeconds()).isEqualTo(4);
    assertThat(backlog.percentile(50)).isEqualTo(1);
    assertThat(backlog.percentile(99)).isEqualTo(4.5);
    assertThat(backlog.waited()).isEqualTo(1);
  }

  @Test
  void oneJobThatFailedIsNotAllCompleted() {
    Backlog failed = backlog(job(0, 1, "COMPLETED", false), job(0, 1, "FAILED", false));

    assertThat(backlog.allCompleted()).isTrue();
    assertThat(failed.allCompleted()).isFalse();
    assertThat(failed.statuses()).isEqualTo(Map.of("COMPLETED", 1, "FAILED", 1));
  }

  private static Backlog backlog(Settled... jobs) {
    return new Backlog(
        0.5, List.of(jobs), new LabelCalls(2, 3), new Effort(10, 3, 0), Duration.ofSeconds(2));
  }

  private static Settled job(double accepted, double settled, String status, boolean waited) {
    return new Settled(new Sent("job", at(accepted)), status, at(settled), waited);
  }

  private static Instant at(double seconds) {
    return START.plusMillis((long) (seconds * 1000));
  }
}
