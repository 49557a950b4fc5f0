package dev.darkroom.core;

/** An image cannot be in this album: it is not the owner's, not there, or being deleted. */
public final class NoSuchAlbum extends RuntimeException {
  public NoSuchAlbum(String albumId) {
    super("There is no album " + albumId + " of this owner.");
  }
}
