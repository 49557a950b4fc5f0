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
import dev.darkroom.core.AlbumStore;

/**
 * {@code DELETE /api/albums/{albumId}/viewers/{email}}: shares an album with an address no more.
 */
public final class WithdrawAlbum implements Endpoint {
  private final AlbumStore albums;
  private final AlbumAccess access;

  public WithdrawAlbum(AlbumStore albums, AlbumAccess access) {
    this.albums = albums;
    this.access = access;
  }

  /**
   * @throws NotFound when the caller owns no such album
   * @throws InvalidField when the address is none
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    Query.of(request);
    Album album = access.own(caller, request.path("albumId"));
    albums.withdraw(album.albumId(), EmailAddress.of(request.path("email")));
    return Reply.nothing();
  }
}
