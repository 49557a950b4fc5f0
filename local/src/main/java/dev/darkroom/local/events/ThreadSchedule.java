package dev.darkroom.local.events;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A schedule on daemon threads: one that keeps the time, and as many as needed that deliver. */
final class ThreadSchedule implements Schedule {
  private static final Logger log = LoggerFactory.getLogger(ThreadSchedule.class);
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(daemons("event-bus-timer"));
  private final ExecutorService workers = Executors.newCachedThreadPool(daemons("event-bus"));
  private int running;
  private int waiting;
  private boolean closed;

  @Override
  public synchronized void now(Runnable task) {
    if (closed) {
      throw new IllegalStateException("The event bus is closed");
    }
    running++;
    workers.execute(() -> run(task));
  }

  @Override
  public synchronized void after(Duration pause, Runnable task) {
    if (closed) {
      log.warn("A retry is given up, since the event bus is closed");
      return;
    }
    waiting++;
    Future<?> unused = timer.schedule(() -> due(task), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Waits up to 2 s for running deliveries. They may publish and so start others until then: an
   * execution that ends says so on the bus.
   */
  @Override
  public void close() {
    int givenUp;
    synchronized (this) {
      awaitQuiet();
      closed = true;
      givenUp = running + waiting;
    }
    timer.shutdownNow();
    workers.shutdownNow();
    if (givenUp > 0) {
      log.warn("The event bus closes with {} deliveries not made", givenUp);
    }
  }

  private void awaitQuiet() {
    long end = System.nanoTime() + GRACE.toNanos();
    try {
      for (long left = GRACE.toNanos(); running > 0 && left > 0; left = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void due(Runnable task) {
    waiting--;
    if (!closed) {
      now(task);
    }
  }

  private void run(Runnable task) {
    try {
      task.run();
    } finally {
      ended();
    }
  }

  private synchronized void ended() {
    running--;
    notifyAll();
  }

  private static ThreadFactory daemons(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
