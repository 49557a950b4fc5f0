package dev.darkroom.api.images;

import dev.darkroom.api.access.AlbumAccess;
import dev.darkroom.api.delivery.RenditionUrls;
import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.InvalidField;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.api.http.Paging;
import dev.darkroom.api.http.Query;
import dev.darkroom.api.http.Reply;
import dev.darkroom.api.http.Request;
import dev.darkroom.core.ImageStore;
import dev.darkroom.core.Job;
import dev.darkroom.core.Page;
import dev.darkroom.core.PageRequest;

/** {@code GET /api/images}: images that are ready, newest first. */
public final class ListImages implements Endpoint {
  private static final int OK = 200;

  private final ImageStore images;
  private final AlbumAccess albums;
  private final RenditionUrls urls;
  private final Paging paging;

  public ListImages(ImageStore images, AlbumAccess albums, RenditionUrls urls, Paging paging) {
    this.images = images;
    this.albums = albums;
    this.urls = urls;
    this.paging = paging;
  }

  /**
   * @throws InvalidField when a parameter is wrong
   * @throws NotFound when the album, or the owner, is not the caller's to look into
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    Query query =
        Query.of(
            request,
            ImageFilter.ALBUM,
            ImageFilter.LABEL,
            ImageFilter.TEXT,
            Owners.OWNER,
            Paging.LIMIT,
            Paging.CURSOR);
    ImageFilter filter = ImageFilter.of(query, Owners.named(caller, query));
    PageRequest asked = paging.asked(caller, query, filter.scope());
    Page<Job> read = read(caller, filter, asked);
    Page<Job> page = new Page<>(read.items().stream().filter(filter).toList(), read.next());
    return Reply.json(
        OK, paging.listing(caller, filter.scope(), page, job -> ImageView.of(job, caller, urls)));
  }

  /** Reads the shortest list that holds all that is wanted; the filter takes out the rest. */
  private Page<Job> read(Caller caller, ImageFilter filter, PageRequest page) {
    if (filter.album().isPresent()) {
      return images.inAlbum(albums.visible(caller, filter.album().get()).albumId(), page);
    }
    String owner = filter.owner().orElse(caller.sub());
    if (filter.label().isPresent()) {
      return images.labelled(owner, filter.label().get(), page);
    }
    return filter.text().isPresent()
        ? images.captioned(owner, filter.text().get(), page)
        : images.all(owner, page);
  }
}
