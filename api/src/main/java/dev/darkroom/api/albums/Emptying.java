package dev.darkroom.api.albums;

import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.ImageStore;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobConflict;
import dev.darkroom.core.Page;
import dev.darkroom.core.PageRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes the images out of an album that is being deleted, then removes the album. May stop between
 * any two images; another one goes on from there.
 */
final class Emptying {
  private static final int BATCH = 25;

  private final AlbumStore albums;
  private final ImageStore images;
  private final Clock clock;

  Emptying(AlbumStore albums, ImageStore images, Clock clock) {
    this.albums = albums;
    this.images = images;
    this.clock = clock;
  }

  /**
   * Works until the album is gone or the time is up.
   *
   * @param takeOut takes one image out of the album
   * @param end when to begin with no other image
   * @return whether the album is gone
   */
  boolean run(String albumId, Consumer<Job> takeOut, Instant end) {
    boolean moved = true;
    while (moved && clock.instant().isBefore(end)) {
      moved = pass(albumId, takeOut, end);
      if (albums.finishDeletion(albumId)) {
        return true;
      }
    }
    return false;
  }

  /** Goes through the album once; whether any image left it. */
  private boolean pass(String albumId, Consumer<Job> takeOut, Instant end) {
    boolean moved = false;
    Optional<String> after = Optional.empty();
    do {
      Page<Job> page = images.inAlbum(albumId, new PageRequest(BATCH, after));
      for (Job image : page.items()) {
        if (!clock.instant().isBefore(end)) {
          return moved;
        }
        moved |= isTakenOut(image, takeOut);
      }
      after = page.next();
    } while (after.isPresent());
    return moved;
  }

  /** An image that somebody changes at this moment is for the next pass. */
  private static boolean isTakenOut(Job image, Consumer<Job> takeOut) {
    try {
      takeOut.accept(image);
      return true;
    } catch (JobConflict e) {
      return false;
    }
  }
}
