package dev.darkroom.core;

import java.util.Optional;

/**
 * Where albums are kept. Each write is conditional, and one that is asked for again changes nothing
 * more. None of them touches the count of images, which moves with the images themselves. Safe for
 * many threads and many processes.
 */
public interface AlbumStore {
  /** The most addresses that one album can be shared with. */
  int MOST_VIEWERS = 100;

  /**
   * Records a new album, which is empty and shared with nobody.
   *
   * @throws AlbumConflict when the id is taken
   */
  void create(Album album);

  /** The album as it is now, read consistently; also one that is being deleted. */
  Optional<Album> find(String albumId);

  /**
   * Changes title and cover together. Who shares the album meanwhile does not get in the way.
   *
   * @param before the album as it was read
   * @param coverImageId an image, or null for none
   * @return the album as it is now
   * @throws AlbumConflict when title or cover changed since, or the album is gone or going
   */
  Album change(Album before, String title, String coverImageId);

  /**
   * Shares an album with an address.
   *
   * @param email in lower case
   * @throws AlbumConflict when the album is gone or going
   * @throws ViewersFull when it is shared with {@link #MOST_VIEWERS} others
   */
  void share(String albumId, String email);

  /**
   * Shares an album with an address no more, if it was shared with it.
   *
   * @param email in lower case
   */
  void withdraw(String albumId, String email);

  /** An owner's albums, newest first. */
  Page<Album> ownedBy(String owner, PageRequest page);

  /** The albums that are shared with an address, newest first. */
  Page<Album> sharedWith(String email, PageRequest page);

  /** Hides an album from everybody, and lets no image in any more. Its images stay as they are. */
  void beginDeletion(String albumId);

  /**
   * Removes an album whose deletion has begun, unless images are left in it, and remembers for some
   * weeks that it was there.
   *
   * @return whether the album is gone
   */
  boolean finishDeletion(String albumId);

  /** Whose a deleted album was; empty when there never was one, or it is long gone. */
  Optional<String> formerOwner(String albumId);
}
