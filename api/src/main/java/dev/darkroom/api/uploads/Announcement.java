package dev.darkroom.api.uploads;

import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.InvalidField;
import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.Description;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.LimitReached;
import dev.darkroom.core.UploadAllowance;
import dev.darkroom.core.UploadLimits;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Announces the jobs of files that are about to be uploaded: of all of them, or of none. */
public final class Announcement {
  private final JobStore jobs;
  private final AlbumStore albums;
  private final UploadLimits limits;
  private final UploadUrls urls;
  private final Clock clock;

  /** Announces in a job store, within limits. */
  public Announcement(
      JobStore jobs, AlbumStore albums, UploadLimits limits, UploadUrls urls, Clock clock) {
    this.jobs = jobs;
    this.albums = albums;
    this.limits = limits;
    this.urls = urls;
    this.clock = clock;
  }

  /**
   * Announces files of one caller.
   *
   * @param albumId the caller's album that they go into
   * @return a ticket a file, in the same order
   * @throws InvalidField when there is no such album of the caller
   * @throws TooManyUploads when the caller may not upload as much now
   */
  List<Ticket> of(
      Caller caller, List<NewUpload> files, Optional<String> albumId, UploadAllowance allowance) {
    albumId.ifPresent(id -> requireOwn(caller, id));
    Instant now = clock.instant();
    List<Job> announced = new ArrayList<>();
    List<Ticket> tickets = new ArrayList<>();
    for (NewUpload file : files) {
      JobRef ref = new JobRef(caller.sub(), JobIds.next());
      Description said = Description.NONE.withCaption(file.caption().orElse(null));
      announced.add(
          Job.announced(
              ref,
              file.fileName(),
              file.contentType(),
              file.contentLength(),
              said.withAlbum(albumId.orElse(null)),
              now));
      // Signed first: a failure leaves no job behind that nobody has the URL of.
      tickets.add(Ticket.of(ref, urls.sign(ref, file)));
    }
    take(caller, files, allowance, now);
    jobs.announceAll(announced);
    return tickets;
  }

  private void take(Caller caller, List<NewUpload> files, UploadAllowance allowance, Instant now) {
    long bytes = files.stream().mapToLong(NewUpload::contentLength).sum();
    try {
      limits.take(caller.sub(), files.size(), bytes, allowance, now);
    } catch (LimitReached e) {
      throw new TooManyUploads(e, now);
    }
  }

  private void requireOwn(Caller caller, String albumId) {
    boolean isOwn =
        JobIds.isId(albumId)
            && albums.find(albumId).filter(album -> album.takesImagesOf(caller.sub())).isPresent();
    if (!isOwn) {
      throw new InvalidField(
          "albumId", "You have no such album. GET /api/albums lists yours; leave it out for none.");
    }
  }
}
