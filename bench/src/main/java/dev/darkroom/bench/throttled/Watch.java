package dev.darkroom.bench.throttled;

import dev.darkroom.bench.api.RunningApi;
import dev.darkroom.bench.cloud.JobAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Polls jobs in turn until each is final. It asks twenty times a second in all, so that polling
 * does not become the load; when a job settled, its record says.
 */
final class Watch implements Callable<List<Settled>> {
  private static final long PAUSE_MILLIS = 50;
  private static final long PATIENCE_SECONDS = 600;

  private final RunningApi api;
  private final BlockingQueue<Sent> jobs;
  private final int expected;
  private final Set<String> waited = new HashSet<>();
  private final List<Settled> settled = new ArrayList<>();

  /**
   * @param jobs those to poll; more are added meanwhile
   * @param expected how many there will be
   */
  Watch(RunningApi api, BlockingQueue<Sent> jobs, int expected) {
    this.api = api;
    this.jobs = jobs;
    this.expected = expected;
  }

  /**
   * @throws IOException when no job settles for ten minutes
   */
  @Override
  public List<Settled> call() throws IOException, InterruptedException {
    long last = System.nanoTime();
    while (settled.size() < expected) {
      Sent job = jobs.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (job != null && poll(job)) {
        last = System.nanoTime();
      } else if (System.nanoTime() - last > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
        throw new IOException("Of " + expected + " jobs " + settled.size() + " have settled.");
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    return settled;
  }

  private boolean poll(Sent job) throws IOException, InterruptedException {
    JobAnswer answer = JobAnswer.of(api, job.jobId());
    if (answer.waitsForLabels()) {
      waited.add(job.jobId());
    }
    if (!answer.isFinal()) {
      jobs.add(job);
      return false;
    }
    boolean hasWaited = waited.contains(job.jobId());
    settled.add(new Settled(job, answer.status(), answer.updatedAt(), hasWaited));
    return true;
  }
}
