package dev.darkroom.api.images;

import dev.darkroom.api.access.ImageAccess;
import dev.darkroom.api.delivery.RenditionUrls;
import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.api.http.Query;
import dev.darkroom.api.http.Reply;
import dev.darkroom.api.http.Request;
import dev.darkroom.core.Job;

/** {@code GET /api/images/{imageId}}: an image, for whoever may see it. */
public final class GetImage implements Endpoint {
  private static final int OK = 200;

  private final ImageAccess access;
  private final RenditionUrls urls;

  public GetImage(ImageAccess access, RenditionUrls urls) {
    this.access = access;
    this.urls = urls;
  }

  /**
   * @throws NotFound when there is no such image that the caller may see
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    Query.of(request);
    return reply(access.visible(caller, request.path("imageId")), caller, urls);
  }

  /** An image, with the tag of its state. */
  static Reply reply(Job job, Caller caller, RenditionUrls urls) {
    return Reply.json(OK, ImageView.of(job, caller, urls))
        .with("etag", ImageView.eTag(job).value());
  }
}
