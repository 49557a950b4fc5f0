package dev.darkroom.api.jobs;

import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.api.http.Request;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStore;
import java.util.Optional;

/** Which job a request is about: owners have their own, administrators everybody's. */
record JobAccess(JobStore jobs) {

  /**
   * The job that the path names.
   *
   * @throws NotFound when there is no such job, or it is not the caller's
   */
  Job job(Caller caller, Request request) {
    String jobId = request.path("jobId");
    if (!JobIds.isId(jobId)) {
      throw NotFound.job();
    }
    return find(caller, jobId).orElseThrow(NotFound::job);
  }

  /** One's own job is read consistently, an administrator's too: right after POST it is there. */
  private Optional<Job> find(Caller caller, String jobId) {
    Optional<Job> own = jobs.find(new JobRef(caller.sub(), jobId));
    return own.isEmpty() && caller.isAdmin() ? jobs.findById(jobId) : own;
  }
}
