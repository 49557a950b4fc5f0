package dev.darkroom.bench.soak;

import dev.darkroom.bench.api.RunningApi;
import dev.darkroom.bench.api.Ticket;
import dev.darkroom.bench.cloud.JobAnswer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.concurrent.TimeUnit;

/** Does what a client does: announces a file, sends it, and polls its job. */
final class Uploader {
  private static final long POLL_MILLIS = 100;
  private static final long PATIENCE_SECONDS = 180;

  private final RunningApi api;
  private final Repeats repeats;
  private final HttpClient http = HttpClient.newHttpClient();

  Uploader(RunningApi api, Repeats repeats) {
    this.api = api;
    this.repeats = repeats;
  }

  /**
   * Uploads, and waits for the job.
   *
   * @param minute in which it was due
   * @param late whether that was a while ago
   */
  Result upload(Kind kind, int minute, boolean late) throws InterruptedException {
    try {
      Ticket ticket = api.announce(kind.contentType(), kind.bytes().length);
      int put = ticket.put(http, kind.bytes());
      long accepted = System.nanoTime();
      if (put != 200) {
        return new Result(kind, minute, late, "NOT_SENT", false, 0, "PUT answered " + put);
      }
      String complaint = repeats.put(kind, ticket);
      JobAnswer job = settled(ticket.jobId(), accepted);
      double millis = (System.nanoTime() - accepted) / 1e6;
      if (!job.isFinal()) {
        return new Result(kind, minute, late, job.status(), false, millis, "did not settle");
      }
      if (complaint == null) {
        complaint = repeats.event(kind, ticket.jobId(), job);
      }
      if (complaint == null && !job.status().equals(kind.status())) {
        complaint = job.status() + " instead of " + kind.status();
      }
      return new Result(kind, minute, late, job.status(), true, millis, complaint);
    } catch (IOException e) {
      return new Result(kind, minute, late, "UNKNOWN", false, 0, e.toString());
    }
  }

  private JobAnswer settled(String jobId, long accepted) throws IOException, InterruptedException {
    JobAnswer job = JobAnswer.of(api, jobId);
    while (!job.isFinal()
        && System.nanoTime() - accepted < TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      job = JobAnswer.of(api, jobId);
    }
    return job;
  }
}
