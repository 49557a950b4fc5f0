package dev.darkroom.api.albums;

import dev.darkroom.api.access.AlbumAccess;
import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.InvalidField;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.api.http.Query;
import dev.darkroom.api.http.Reply;
import dev.darkroom.api.http.Request;
import dev.darkroom.core.Album;
import dev.darkroom.core.AlbumConflict;
import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.ViewersFull;

/**
 * {@code PUT /api/albums/{albumId}/viewers/{email}}: shares an album with who has the address, now
 * or later.
 */
public final class ShareAlbum implements Endpoint {
  private final AlbumStore albums;
  private final AlbumAccess access;

  public ShareAlbum(AlbumStore albums, AlbumAccess access) {
    this.albums = albums;
    this.access = access;
  }

  /**
   * @throws NotFound when the caller owns no such album
   * @throws InvalidField when the address is none
   * @throws TooManyViewers when the album is shared with as many as it can be
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    Query.of(request);
    Album album = access.own(caller, request.path("albumId"));
    try {
      albums.share(album.albumId(), EmailAddress.of(request.path("email")));
      return Reply.nothing();
    } catch (AlbumConflict e) {
      throw NotFound.album();
    } catch (ViewersFull e) {
      throw new TooManyViewers();
    }
  }
}
