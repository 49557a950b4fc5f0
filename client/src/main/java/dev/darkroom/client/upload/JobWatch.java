package dev.darkroom.client.upload;

import dev.darkroom.client.api.Api;
import dev.darkroom.client.api.Job;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Waits for jobs: asks for each when the API says so, and never more than ten times a second for
 * all of them.
 */
final class JobWatch implements AutoCloseable {
  private static final int THREADS = 2;
  private static final Duration BETWEEN_CALLS = Duration.ofMillis(100);
  private static final Duration UNASKED = Duration.ofSeconds(2);

  private final Api api;
  private final Duration patience;
  private final Consumer<String> delayed;
  private final Set<String> delays = ConcurrentHashMap.newKeySet();
  private final AtomicInteger waiting = new AtomicInteger();
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);

  /**
   * A watch over jobs.
   *
   * @param patience how long a job may stand still before it is given up; one that says what it
   *     waits for is never given up
   * @param delayed is told what jobs wait for, once
   */
  JobWatch(Api api, Duration patience, Consumer<String> delayed) {
    this.api = api;
    this.patience = patience;
    this.delayed = delayed;
  }

  /**
   * Watches a job until it is known how it ends.
   *
   * @param settled is told the job once it is final
   * @param lost is told what kept it from being known
   */
  void watch(String jobId, Consumer<Job> settled, Consumer<Exception> lost) {
    waiting.incrementAndGet();
    threads.execute(new Wait(jobId, settled, lost));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** The wait for one job, one question a run. */
  private final class Wait implements Runnable {
    private final String jobId;
    private final Consumer<Job> settled;
    private final Consumer<Exception> lost;
    private String seen = "";
    private long since = System.nanoTime();

    Wait(String jobId, Consumer<Job> settled, Consumer<Exception> lost) {
      this.jobId = jobId;
      this.settled = settled;
      this.lost = lost;
    }

    @Override
    public void run() {
      try {
        Job job = api.job(jobId);
        if (job.isFinal()) {
          waiting.decrementAndGet();
          settled.accept(job);
        } else if (hasStoodStill(job)) {
          giveUp(new NotSettled(job.status()));
        } else {
          again(job.retryAfter());
        }
      } catch (IOException | RuntimeException e) {
        giveUp(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        giveUp(e);
      }
    }

    private void giveUp(Exception cause) {
      waiting.decrementAndGet();
      lost.accept(cause);
    }

    private boolean hasStoodStill(Job job) {
      if (job.isWaiting() && delays.add(job.waitingFor())) {
        delayed.accept(job.waitingFor());
      }
      String now = job.status() + job.json().path("updatedAt").asText();
      if (job.isWaiting() || !now.equals(seen)) {
        seen = now;
        since = System.nanoTime();
      }
      return System.nanoTime() - since > patience.toNanos();
    }

    private void again(Optional<Duration> asked) {
      Duration fair = BETWEEN_CALLS.multipliedBy(waiting.get());
      Duration pause = asked.orElse(UNASKED);
      var unused =
          threads.schedule(
              this, Math.max(fair.toMillis(), pause.toMillis()), TimeUnit.MILLISECONDS);
    }
  }
}
