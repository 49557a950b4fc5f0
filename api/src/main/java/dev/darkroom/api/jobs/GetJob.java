package dev.darkroom.api.jobs;

import dev.darkroom.api.delivery.RenditionUrls;
import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.api.http.Query;
import dev.darkroom.api.http.Reply;
import dev.darkroom.api.http.Request;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobStore;
import java.time.Clock;
import java.time.Duration;

/** {@code GET /api/jobs/{jobId}}: how a job stands, for its owner and for administrators. */
public final class GetJob implements Endpoint {
  private static final int OK = 200;
  private static final long LONGEST_WAIT = 5;
  private static final long SECONDS_A_STAGE = 10;

  private final JobAccess access;
  private final RenditionUrls urls;
  private final Clock clock;

  public GetJob(JobStore jobs, RenditionUrls urls, Clock clock) {
    this.access = new JobAccess(jobs);
    this.urls = urls;
    this.clock = clock;
  }

  /**
   * @throws NotFound when there is no such job, or it is not the caller's
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    Query.of(request);
    Job job = access.job(caller, request);
    Reply reply = Reply.json(OK, JobView.of(job, urls));
    return job.status().isFinal()
        ? reply
        : reply.with("retry-after", Long.toString(secondsToWait(job)));
  }

  /** A job that has just moved is asked for each second; one that stands still, more rarely. */
  private long secondsToWait(Job job) {
    long still = Duration.between(job.updatedAt(), clock.instant()).toSeconds();
    return Math.max(1, Math.min(LONGEST_WAIT, 1 + still / SECONDS_A_STAGE));
  }
}
