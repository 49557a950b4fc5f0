package dev.darkroom.api.access;

import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.core.Album;
import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.JobIds;
import java.util.function.Predicate;

/** Which albums a caller may see and change. What a caller may not is answered as not there. */
public final class AlbumAccess {
  private final AlbumStore albums;
  private final Emails emails;

  public AlbumAccess(AlbumStore albums, Emails emails) {
    this.albums = albums;
    this.emails = emails;
  }

  /**
   * An album that the caller may look into: the owner's own, one that is shared with the caller, or
   * any for an administrator.
   *
   * @throws NotFound when there is none
   */
  public Album visible(Caller caller, String albumId) {
    return find(albumId, album -> !album.deleting() && isVisible(caller, album));
  }

  /**
   * An album that the caller may change: the caller's own.
   *
   * @throws NotFound when there is none
   */
  public Album own(Caller caller, String albumId) {
    return find(albumId, album -> !album.deleting() && caller.is(album.owner()));
  }

  /**
   * An album that the caller may delete, also one whose deletion has begun.
   *
   * @throws NotFound when there is none
   */
  public Album deletable(Caller caller, String albumId) {
    return find(albumId, album -> caller.is(album.owner()) || caller.isAdmin());
  }

  boolean isVisible(Caller caller, Album album) {
    return caller.is(album.owner()) || caller.isAdmin() || isSharedWith(caller, album);
  }

  private boolean isSharedWith(Caller caller, Album album) {
    return caller.mayView()
        && !album.viewers().isEmpty()
        && emails.verified(caller).filter(album.viewers()::contains).isPresent();
  }

  private Album find(String albumId, Predicate<Album> allowed) {
    if (!JobIds.isId(albumId)) {
      throw NotFound.album();
    }
    return albums.find(albumId).filter(allowed).orElseThrow(NotFound::album);
  }
}
