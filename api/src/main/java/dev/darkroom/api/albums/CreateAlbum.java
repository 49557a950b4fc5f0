package dev.darkroom.api.albums;

import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.Fields;
import dev.darkroom.api.http.InvalidField;
import dev.darkroom.api.http.NotAnUploader;
import dev.darkroom.api.http.Query;
import dev.darkroom.api.http.Reply;
import dev.darkroom.api.http.Request;
import dev.darkroom.core.Album;
import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.JobIds;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** {@code POST /api/albums}: makes an empty album. */
public final class CreateAlbum implements Endpoint {
  private static final int CREATED = 201;

  private final AlbumStore albums;
  private final AlbumViews views;
  private final Clock clock;

  public CreateAlbum(AlbumStore albums, AlbumViews views, Clock clock) {
    this.albums = albums;
    this.views = views;
    this.clock = clock;
  }

  /**
   * @throws NotAnUploader when the caller is in no group that may upload
   * @throws InvalidField when the title is missing or wrong
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    caller.requireUploader();
    Query.of(request);
    String title = Title.of(Fields.parse(request.body(), Title.FIELD));
    Instant now = clock.instant();
    Album album =
        new Album(JobIds.next(), caller.sub(), title, null, List.of(), 0, now, now, false);
    albums.create(album);
    AlbumView view = views.of(caller, album);
    return Reply.json(CREATED, view)
        .with("location", "/api/albums/" + album.albumId())
        .with("etag", view.eTag().value());
  }
}
