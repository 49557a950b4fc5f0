package dev.darkroom.core;

import java.time.Instant;
import java.util.List;

/**
 * An album: some of an owner's images, and who may see them.
 *
 * @param albumId a ULID
 * @param owner the {@code sub} of whose images it holds
 * @param title plain text
 * @param coverImageId the image that stands for the album, or null
 * @param viewers verified e-mail addresses, in lower case, of whom it is shared with
 * @param images how many images are in it
 * @param createdAt when it was made
 * @param updatedAt when title, cover or viewers last changed
 * @param deleting whether it is being deleted: nobody sees it, nothing can be put in
 */
public record Album(
    String albumId,
    String owner,
    String title,
    String coverImageId,
    List<String> viewers,
    long images,
    Instant createdAt,
    Instant updatedAt,
    boolean deleting) {
  public Album {
    viewers = viewers == null ? List.of() : List.copyOf(viewers);
  }

  /** Whether images of some owner may come in: it is the owner's, and not being deleted. */
  public boolean takesImagesOf(String sub) {
    return owner.equals(sub) && !deleting;
  }
}
