package dev.darkroom.api.uploads;

import dev.darkroom.api.delivery.SignedUrl;
import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.InvalidField;
import dev.darkroom.api.http.NotAnUploader;
import dev.darkroom.api.http.Reply;
import dev.darkroom.api.http.Request;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** {@code POST /api/uploads}: announces a job and hands out the URL that its file goes to. */
public final class CreateUpload implements Endpoint {
  private static final int CREATED = 201;

  private final JobStore jobs;
  private final UploadUrls urls;
  private final long maxBytes;
  private final Clock clock;

  public CreateUpload(JobStore jobs, UploadUrls urls, long maxBytes, Clock clock) {
    this.jobs = jobs;
    this.urls = urls;
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  /**
   * @throws NotAnUploader when the caller is in no group that may upload
   * @throws InvalidField when a field is wrong
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    caller.requireUploader();
    NewUpload upload = NewUpload.parse(request.body(), maxBytes);
    JobRef ref = new JobRef(caller.sub(), JobIds.next());
    // Signed first: a failure leaves no job behind that nobody has the URL of.
    SignedUrl url = urls.sign(ref, upload);
    jobs.announce(
        Job.announced(
            ref, upload.fileName(), upload.contentType(), upload.contentLength(), clock.instant()));
    return Reply.json(CREATED, new Ticket(ref.jobId(), url.url(), url.headers(), url.expiresAt()))
        .with("location", "/api/jobs/" + ref.jobId());
  }

  /**
   * What the client needs to upload the file, and to ask for the job.
   *
   * @param uploadUrl where to PUT the file
   * @param headers what to send with it, to the letter
   * @param expiresAt when the URL ends
   */
  public record Ticket(
      String jobId, String uploadUrl, Map<String, String> headers, Instant expiresAt) {}
}
