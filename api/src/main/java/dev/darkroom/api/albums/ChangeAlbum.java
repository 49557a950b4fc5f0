package dev.darkroom.api.albums;

import dev.darkroom.api.access.AlbumAccess;
import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.Fields;
import dev.darkroom.api.http.InvalidField;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.api.http.PreconditionFailed;
import dev.darkroom.api.http.Query;
import dev.darkroom.api.http.Reply;
import dev.darkroom.api.http.Request;
import dev.darkroom.core.Album;
import dev.darkroom.core.AlbumConflict;
import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStore;

/** {@code PATCH /api/albums/{albumId}}: gives an album another title or cover. */
public final class ChangeAlbum implements Endpoint {
  private static final int OK = 200;
  private static final String COVER = "coverImageId";

  private final AlbumStore albums;
  private final AlbumAccess access;
  private final JobStore jobs;
  private final AlbumViews views;

  public ChangeAlbum(AlbumStore albums, AlbumAccess access, JobStore jobs, AlbumViews views) {
    this.albums = albums;
    this.access = access;
    this.jobs = jobs;
    this.views = views;
  }

  /**
   * @throws NotFound when the caller owns no such album
   * @throws InvalidField when the title is wrong, or the cover is no image of the album
   * @throws PreconditionFailed when title or cover changed since the client fetched the album
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    Query.of(request);
    Album album = access.own(caller, request.path("albumId"));
    Fields fields = Fields.parse(request.body(), Title.FIELD, COVER);
    AlbumView seen = views.of(caller, album);
    seen.eTag().check(request);
    String title = fields.has(Title.FIELD) ? Title.of(fields) : seen.title();
    String cover =
        fields.has(COVER)
            ? fields.optionalText(COVER).map(id -> requireCover(album, id)).orElse(null)
            : seen.coverImageId();
    try {
      AlbumView now = views.of(caller, albums.change(album, title, cover));
      return Reply.json(OK, now).with("etag", now.eTag().value());
    } catch (AlbumConflict e) {
      throw new PreconditionFailed();
    }
  }

  private String requireCover(Album album, String imageId) {
    boolean fits =
        JobIds.isId(imageId)
            && jobs.find(new JobRef(album.owner(), imageId))
                .filter(image -> AlbumViews.canBeCover(image, album))
                .isPresent();
    if (!fits) {
      throw new InvalidField(
          COVER, "The cover is an image that is in the album and COMPLETED, or null for none.");
    }
    return imageId;
  }
}
