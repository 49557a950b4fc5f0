package dev.darkroom.local.states.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The machine's own clock. */
public final class SystemTime implements Time {
  private final ScheduledThreadPoolExecutor alarms =
      new ScheduledThreadPoolExecutor(1, work -> Threads.daemon(work, "states-alarms"));

  /** Does what is due, so that a slow action holds up no other alarm. */
  private final ExecutorService actions = Threads.pool();

  public SystemTime() {
    // A task that ends in time leaves its alarm behind, often with hours to go.
    alarms.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(duration.toMillis());
  }

  @Override
  public Alarm after(Duration duration, Runnable action) {
    ScheduledFuture<?> alarm =
        alarms.schedule(() -> actions.execute(action), duration.toMillis(), TimeUnit.MILLISECONDS);
    return () -> alarm.cancel(false);
  }

  @Override
  public void close() {
    alarms.shutdownNow();
    actions.shutdownNow();
  }
}
