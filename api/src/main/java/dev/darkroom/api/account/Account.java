package dev.darkroom.api.account;

import dev.darkroom.api.delivery.RenditionUrls;
import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.ETag;
import dev.darkroom.api.http.Reply;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.Profile;
import java.util.Optional;

/** Shows users themselves. */
public final class Account {
  private static final int OK = 200;

  private final JobStore jobs;
  private final RenditionUrls urls;

  public Account(JobStore jobs, RenditionUrls urls) {
    this.jobs = jobs;
    this.urls = urls;
  }

  /** The answer to both GET and PATCH. */
  Reply reply(Caller caller, Optional<String> email, Profile profile, NotificationState state) {
    Optional<Job> avatar = avatar(profile);
    Me me =
        new Me(
            caller.sub(),
            email.orElse(null),
            caller.groups().stream().sorted().toList(),
            profile.displayName(),
            avatar.map(Job::jobId).orElse(null),
            avatar.map(image -> new Me.Avatar(urls.views(image.renditions()))).orElse(null),
            state);
    return Reply.json(OK, me).with("etag", tag(profile, avatar).value());
  }

  /** Names the state of what a PATCH can change. */
  ETag tag(Profile profile) {
    return tag(profile, avatar(profile));
  }

  /** A completed image of the user's own. */
  Optional<Job> image(String owner, String imageId) {
    return jobs.find(new JobRef(owner, imageId)).filter(job -> job.status() == JobStatus.COMPLETED);
  }

  /** An image that was deleted since stands for nobody. */
  private Optional<Job> avatar(Profile profile) {
    return Optional.ofNullable(profile.avatarImageId())
        .flatMap(imageId -> image(profile.owner(), imageId));
  }

  /** That the link in a mail was followed is no change of what the user wishes. */
  private static ETag tag(Profile profile, Optional<Job> avatar) {
    return ETag.of(
        profile.displayName(), avatar.map(Job::jobId).orElse(null), profile.notifications());
  }
}
