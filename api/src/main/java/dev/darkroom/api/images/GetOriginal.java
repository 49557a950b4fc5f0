package dev.darkroom.api.images;

import dev.darkroom.api.access.ImageAccess;
import dev.darkroom.api.delivery.SignedUrl;
import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.api.http.Query;
import dev.darkroom.api.http.Reply;
import dev.darkroom.api.http.Request;
import dev.darkroom.core.Job;
import java.time.Instant;

/** {@code GET /api/images/{imageId}/original}: where the owner, and nobody else, fetches it. */
public final class GetOriginal implements Endpoint {
  private static final int OK = 200;

  private final ImageAccess access;
  private final OriginalUrls urls;

  public GetOriginal(ImageAccess access, OriginalUrls urls) {
    this.access = access;
    this.urls = urls;
  }

  /**
   * @throws NotFound when the image is not the caller's, or its file has not arrived
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    Query.of(request);
    Job own = access.own(caller, request.path("imageId"));
    if (own.original().eTag() == null) {
      throw new NotFound("original yet", "Its file has not arrived");
    }
    SignedUrl url = urls.sign(own);
    return Reply.json(
        OK,
        new OriginalView(
            own.jobId(),
            own.fileName(),
            own.contentType(),
            own.bytes(),
            url.url(),
            url.expiresAt()));
  }

  /** Where to fetch an original until when: {@code Original} of {@code openapi.yaml}. */
  public record OriginalView(
      String imageId,
      String fileName,
      String contentType,
      long bytes,
      String url,
      Instant expiresAt) {}
}
