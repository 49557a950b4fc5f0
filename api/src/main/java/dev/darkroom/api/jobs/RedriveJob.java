package dev.darkroom.api.jobs;

import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.api.http.Query;
import dev.darkroom.api.http.Reply;
import dev.darkroom.api.http.Request;
import dev.darkroom.core.JobDeleted;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.redrive.NotFailed;
import dev.darkroom.core.redrive.Redrive;

/**
 * {@code POST /api/jobs/{jobId}/redrive}: has a failed job processed again, for its owner and for
 * administrators. Calling it twice does it once, and answers both.
 */
public final class RedriveJob implements Endpoint {
  private static final int ACCEPTED = 202;

  private final JobAccess access;
  private final Redrive redrive;

  public RedriveJob(JobStore jobs, Redrive redrive) {
    this.access = new JobAccess(jobs);
    this.redrive = redrive;
  }

  /**
   * @throws NotFound when there is no such job, or it is not the caller's
   * @throws NothingToRedrive when it has not failed
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    Query.of(request);
    JobRef ref = access.job(caller, request).ref();
    try {
      return Reply.json(ACCEPTED, RedriveView.of(redrive.redrive(ref)))
          .with("location", "/api/jobs/" + ref.jobId());
    } catch (NotFailed e) {
      throw new NothingToRedrive(e.status());
    } catch (JobDeleted e) {
      throw NotFound.job();
    }
  }
}
