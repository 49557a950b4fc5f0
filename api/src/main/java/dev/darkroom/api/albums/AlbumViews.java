package dev.darkroom.api.albums;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.darkroom.api.delivery.RenditionUrls;
import dev.darkroom.api.http.Caller;
import dev.darkroom.core.Album;
import dev.darkroom.core.ImageStore;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import java.util.List;
import java.util.Map;

/** Shows albums with their covers, all of which are read at once. */
public final class AlbumViews {
  private final ImageStore images;
  private final RenditionUrls urls;

  public AlbumViews(ImageStore images, RenditionUrls urls) {
    this.images = images;
    this.urls = urls;
  }

  AlbumView of(Caller caller, Album album) {
    return of(caller, List.of(album)).get(0);
  }

  /** In the order given. */
  List<AlbumView> of(Caller caller, List<Album> albums) {
    Map<String, Job> covers = covers(albums);
    return albums.stream().map(album -> view(caller, album, cover(covers, album))).toList();
  }

  private static Job cover(Map<String, Job> covers, Album album) {
    return album.coverImageId() == null ? null : covers.get(album.coverImageId());
  }

  private Map<String, Job> covers(List<Album> albums) {
    List<JobRef> refs =
        albums.stream()
            .filter(album -> album.coverImageId() != null)
            .map(album -> new JobRef(album.owner(), album.coverImageId()))
            .distinct()
            .toList();
    return refs.isEmpty()
        ? Map.of()
        : images.find(refs).stream().collect(toMap(Job::jobId, identity()));
  }

  /** A cover that was deleted, or moved away, is none; the album need not be told. */
  private AlbumView view(Caller caller, Album album, Job image) {
    boolean isCover = image != null && canBeCover(image, album);
    boolean seesViewers = caller.is(album.owner()) || caller.isAdmin();
    return new AlbumView(
        album.albumId(),
        album.owner(),
        album.title(),
        isCover ? image.jobId() : null,
        isCover ? urls.views(image.renditions()) : null,
        seesViewers ? album.viewers() : List.of(),
        album.images(),
        album.createdAt(),
        album.updatedAt());
  }

  static boolean canBeCover(Job image, Album album) {
    return image.status() == JobStatus.COMPLETED
        && album.albumId().equals(image.description().albumId());
  }
}
