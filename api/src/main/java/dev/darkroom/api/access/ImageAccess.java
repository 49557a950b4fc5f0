package dev.darkroom.api.access;

import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.JobStore;
import java.util.Optional;

/** Which images a caller may see and change. What a caller may not is answered as not there. */
public final class ImageAccess {
  private final JobStore jobs;
  private final AlbumStore albums;
  private final AlbumAccess albumAccess;

  public ImageAccess(JobStore jobs, AlbumStore albums, AlbumAccess albumAccess) {
    this.jobs = jobs;
    this.albums = albums;
    this.albumAccess = albumAccess;
  }

  /**
   * An image that the caller may see: the caller's own, whatever its status; any for an
   * administrator; a completed one in an album that is shared with the caller.
   *
   * @throws NotFound when there is none
   */
  public Job visible(Caller caller, String imageId) {
    Optional<Job> own = findOwn(caller, imageId);
    return own.isPresent()
        ? own.get()
        : findAny(imageId).filter(job -> isVisible(caller, job)).orElseThrow(NotFound::image);
  }

  /**
   * An image that the caller may change: the caller's own.
   *
   * @throws NotFound when there is none
   */
  public Job own(Caller caller, String imageId) {
    return findOwn(caller, imageId).orElseThrow(NotFound::image);
  }

  /**
   * An image that people may talk about: a completed one that the caller may see.
   *
   * @throws NotFound when there is none
   */
  public Job discussed(Caller caller, String imageId) {
    Job job = visible(caller, imageId);
    if (job.status() != JobStatus.COMPLETED) {
      throw NotFound.image();
    }
    return job;
  }

  /**
   * An image that the caller may comment on: a completed one of the caller's own, or in an album
   * that is shared with the caller. Administrators see others' images, and leave them alone.
   *
   * @throws NotFound when there is none
   */
  public Job commentable(Caller caller, String imageId) {
    Job job = discussed(caller, imageId);
    if (!caller.is(job.owner()) && !isShared(caller, job)) {
      throw NotFound.image();
    }
    return job;
  }

  /**
   * An image that only its owner may change; whether the caller has it, only the change tells.
   *
   * @throws NotFound when this is no id
   */
  public JobRef changeable(Caller caller, String imageId) {
    return new JobRef(caller.sub(), requireId(imageId));
  }

  /**
   * An image that the caller may delete: the caller's own, or any for an administrator; also one
   * whose deletion broke off. Whether there is one, only the deletion tells.
   *
   * @throws NotFound when there is none
   */
  public JobRef deletable(Caller caller, String imageId) {
    Optional<JobRef> others =
        caller.isAdmin() && findOwn(caller, imageId).isEmpty()
            ? jobs.locate(requireId(imageId))
            : Optional.empty();
    return others.orElseGet(() -> new JobRef(caller.sub(), requireId(imageId)));
  }

  /** One's own is read consistently: right after it was made it is there. */
  private Optional<Job> findOwn(Caller caller, String imageId) {
    return jobs.find(new JobRef(caller.sub(), requireId(imageId)));
  }

  private Optional<Job> findAny(String imageId) {
    return jobs.findById(requireId(imageId));
  }

  private boolean isVisible(Caller caller, Job job) {
    return caller.isAdmin() || isShared(caller, job);
  }

  private boolean isShared(Caller caller, Job job) {
    String albumId = job.description().albumId();
    return job.status() == JobStatus.COMPLETED
        && albumId != null
        && caller.mayView()
        && albums
            .find(albumId)
            .filter(album -> albumAccess.isSharedWith(caller, album))
            .isPresent();
  }

  private static String requireId(String imageId) {
    if (!JobIds.isId(imageId)) {
      throw NotFound.image();
    }
    return imageId;
  }
}
