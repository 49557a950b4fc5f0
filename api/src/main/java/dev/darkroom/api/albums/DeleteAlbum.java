package dev.darkroom.api.albums;

import dev.darkroom.api.access.AlbumAccess;
import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.InvalidField;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.api.http.Query;
import dev.darkroom.api.http.Reply;
import dev.darkroom.api.http.Request;
import dev.darkroom.core.Album;
import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.ImageStore;
import dev.darkroom.core.Job;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * {@code DELETE /api/albums/{albumId}}: deletes an album, with its images or without. Nobody sees
 * it from the first moment on; a large one takes several requests, each of which goes on where the
 * one before stopped.
 */
public final class DeleteAlbum implements Endpoint {
  private static final int ACCEPTED = 202;
  private static final String IMAGES = "images";

  /** Leaves time for the image at hand: the function has 15 seconds. */
  private static final Duration BUDGET = Duration.ofSeconds(8);

  private final AlbumStore albums;
  private final AlbumAccess access;
  private final ImageStore images;
  private final ImageDeletion deletion;
  private final Clock clock;

  public DeleteAlbum(
      AlbumStore albums,
      AlbumAccess access,
      ImageStore images,
      ImageDeletion deletion,
      Clock clock) {
    this.albums = albums;
    this.access = access;
    this.images = images;
    this.deletion = deletion;
    this.clock = clock;
  }

  /**
   * @throws InvalidField when {@code images} is neither {@code keep} nor {@code delete}
   * @throws NotFound when the caller may delete no such album
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    Fate fate = Query.of(request, IMAGES).oneOf(IMAGES, Fate.class).orElse(Fate.KEEP);
    String albumId = request.path("albumId");
    if (access.deletable(caller, albumId).isEmpty()) {
      return Reply.nothing();
    }
    albums.beginDeletion(albumId);
    Emptying emptying = new Emptying(albums, images, clock);
    return emptying.run(albumId, takingOut(fate), clock.instant().plus(BUDGET))
        ? Reply.nothing()
        : Reply.json(ACCEPTED, new Progress(albumId, left(albumId))).with("retry-after", "1");
  }

  private Consumer<Job> takingOut(Fate fate) {
    return switch (fate) {
      case KEEP -> image -> images.describe(image, image.description().withAlbum(null));
      case DELETE -> image -> deletion.delete(image.ref());
    };
  }

  private long left(String albumId) {
    return albums.find(albumId).map(Album::images).orElse(0L);
  }

  /** What becomes of the images. */
  private enum Fate {
    KEEP,
    DELETE
  }

  /**
   * How far the deletion is: {@code AlbumDeletion} of {@code openapi.yaml}.
   *
   * @param imagesLeft how many images are still in the album
   */
  public record Progress(String albumId, long imagesLeft) {}
}
