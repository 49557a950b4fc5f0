package dev.darkroom.api.images;

import dev.darkroom.api.access.ImageAccess;
import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.api.http.Query;
import dev.darkroom.api.http.Reply;
import dev.darkroom.api.http.Request;

/** {@code DELETE /api/images/{imageId}}: for the owner, and for administrators. */
public final class DeleteImage implements Endpoint {
  private final ImageAccess access;
  private final ImageRemoval removal;

  public DeleteImage(ImageAccess access, ImageRemoval removal) {
    this.access = access;
    this.removal = removal;
  }

  /**
   * @throws NotFound when there never was such an image that the caller may delete
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    Query.of(request);
    if (!removal.remove(access.deletable(caller, request.path("imageId")))) {
      throw NotFound.image();
    }
    return Reply.nothing();
  }
}
