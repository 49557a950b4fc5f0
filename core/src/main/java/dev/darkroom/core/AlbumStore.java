package dev.darkroom.core;

import java.util.Optional;

/** Where albums are kept. Safe for many threads and many processes. */
public interface AlbumStore {
  /** The album as it is now, read consistently; also one that is being deleted. */
  Optional<Album> find(String albumId);
}
