package dev.darkroom.api.albums;

import dev.darkroom.api.delivery.RenditionView;
import dev.darkroom.api.http.ETag;
import java.time.Instant;
import java.util.List;

/**
 * An album as clients see it: {@code Album} of {@code openapi.yaml}.
 *
 * @param coverImageId null when there is no cover, or its image left the album
 * @param cover the cover's renditions, or null
 * @param viewers for the owner and administrators; to viewers it is empty
 */
record AlbumView(
    String albumId,
    String owner,
    String title,
    String coverImageId,
    List<RenditionView> cover,
    List<String> viewers,
    long images,
    Instant createdAt,
    Instant updatedAt) {

  /** Names the state of what a PATCH can change. */
  ETag eTag() {
    return ETag.of(title, coverImageId);
  }
}
