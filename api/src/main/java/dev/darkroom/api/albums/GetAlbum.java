package dev.darkroom.api.albums;

import dev.darkroom.api.access.AlbumAccess;
import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.api.http.Query;
import dev.darkroom.api.http.Reply;
import dev.darkroom.api.http.Request;

/** {@code GET /api/albums/{albumId}}: an album, for its owner, its viewers and administrators. */
public final class GetAlbum implements Endpoint {
  private static final int OK = 200;

  private final AlbumAccess access;
  private final AlbumViews views;

  public GetAlbum(AlbumAccess access, AlbumViews views) {
    this.access = access;
    this.views = views;
  }

  /**
   * @throws NotFound when the caller sees no such album
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    Query.of(request);
    AlbumView view = views.of(caller, access.visible(caller, request.path("albumId")));
    return Reply.json(OK, view).with("etag", view.eTag().value());
  }
}
