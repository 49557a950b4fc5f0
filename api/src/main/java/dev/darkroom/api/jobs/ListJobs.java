package dev.darkroom.api.jobs;

import dev.darkroom.api.delivery.RenditionUrls;
import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.InvalidField;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.api.http.Paging;
import dev.darkroom.api.http.Query;
import dev.darkroom.api.http.Reply;
import dev.darkroom.api.http.Request;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.Page;
import dev.darkroom.core.PageRequest;
import java.util.Optional;

/** {@code GET /api/jobs}: an owner's jobs, newest first, for the owner and for administrators. */
public final class ListJobs implements Endpoint {
  private static final int OK = 200;
  private static final String OWNER = "owner";
  private static final String STATUS = "status";

  private final JobStore jobs;
  private final RenditionUrls urls;
  private final Paging paging;

  public ListJobs(JobStore jobs, RenditionUrls urls, Paging paging) {
    this.jobs = jobs;
    this.urls = urls;
    this.paging = paging;
  }

  /**
   * @throws InvalidField when a parameter is wrong, or the cursor is of another list or user
   * @throws NotFound when the owner is another than the caller, who is no administrator
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    Query query = Query.of(request, OWNER, STATUS, Paging.LIMIT, Paging.CURSOR);
    Optional<JobStatus> status = query.oneOf(STATUS, JobStatus.class);
    String owner = query.text(OWNER).orElse(caller.sub());
    if (!caller.is(owner) && !(caller.isAdmin() && Caller.isSub(owner))) {
      throw new NotFound("list of jobs", "Leave the owner out to list your own");
    }
    String scope = "jobs?owner=" + owner + "&status=" + status.map(JobStatus::name).orElse("");
    PageRequest asked = paging.asked(caller, query, scope);
    Page<Job> page = jobs.list(owner, status, asked);
    return Reply.json(OK, paging.listing(caller, scope, page, job -> JobView.of(job, urls)));
  }
}
