package dev.darkroom.api.access;

import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.core.Album;
import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.JobIds;
import java.util.Optional;
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
   * An album that the caller may delete, also one whose deletion has begun: the caller's own, or
   * any for an administrator. Empty when it is deleted already.
   *
   * @throws NotFound when there is none, and never was
   */
  public Optional<Album> deletable(Caller caller, String albumId) {
    Optional<Album> album = albums.find(requireId(albumId));
    Optional<String> owner =
        album.isPresent() ? album.map(Album::owner) : albums.formerOwner(albumId);
    if (owner.filter(whose -> caller.is(whose) || caller.isAdmin()).isEmpty()) {
      throw NotFound.album();
    }
    return album;
  }

  /** The address by which albums are shared with the caller; empty when none can be. */
  public Optional<String> addressOf(Caller caller) {
    return caller.mayView() ? emails.verified(caller) : Optional.empty();
  }

  boolean isVisible(Caller caller, Album album) {
    return caller.is(album.owner()) || caller.isAdmin() || isSharedWith(caller, album);
  }

  /** Asks for the address only where it matters: that may be a call to the issuer. */
  boolean isSharedWith(Caller caller, Album album) {
    return !album.deleting()
        && !album.viewers().isEmpty()
        && addressOf(caller).filter(album.viewers()::contains).isPresent();
  }

  private Album find(String albumId, Predicate<Album> allowed) {
    return albums.find(requireId(albumId)).filter(allowed).orElseThrow(NotFound::album);
  }

  private static String requireId(String albumId) {
    if (!JobIds.isId(albumId)) {
      throw NotFound.album();
    }
    return albumId;
  }
}
