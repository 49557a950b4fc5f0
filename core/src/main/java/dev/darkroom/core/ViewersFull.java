package dev.darkroom.core;

/** An album is shared with as many addresses as it can be. */
public final class ViewersFull extends RuntimeException {
  public ViewersFull(String albumId) {
    super("Album " + albumId + " is shared with " + AlbumStore.MOST_VIEWERS + " addresses.");
  }
}
