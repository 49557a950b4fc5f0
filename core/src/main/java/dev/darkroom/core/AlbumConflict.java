package dev.darkroom.core;

/** A write to an album that is not any more as it was read, or not there. */
public final class AlbumConflict extends RuntimeException {
  public AlbumConflict(String albumId, String reason) {
    super("Album " + albumId + " " + reason);
  }
}
