package dev.darkroom.client;

import dev.darkroom.client.api.Album;
import dev.darkroom.client.api.Api;
import java.io.IOException;
import java.util.List;

/** Finds the album that a user means, by its id or its title. */
final class AlbumChoice {
  private AlbumChoice() {}

  /**
   * The id of an album.
   *
   * @param create whether an album is made when there is none
   * @throws IllegalArgumentException when it is none, or several
   */
  static String id(Api api, String named, boolean create) throws IOException, InterruptedException {
    List<Album> albums = api.albums();
    if (albums.stream().anyMatch(album -> album.albumId().equals(named))) {
      return named;
    }
    List<String> titled =
        albums.stream().filter(album -> album.title().equals(named)).map(Album::albumId).toList();
    if (titled.size() > 1) {
      throw new IllegalArgumentException(
          "Several albums are called '%s'; name one by its id: %s."
              .formatted(named, String.join(", ", titled)));
    }
    if (titled.isEmpty() && !create) {
      throw new IllegalArgumentException(
          "You have no album '%s'. With --create-album it is made.".formatted(named));
    }
    return titled.isEmpty() ? api.createAlbum(named).albumId() : titled.get(0);
  }
}
