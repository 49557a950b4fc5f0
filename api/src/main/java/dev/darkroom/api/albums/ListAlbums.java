package dev.darkroom.api.albums;

import dev.darkroom.api.access.AlbumAccess;
import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.InvalidField;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.api.http.Paging;
import dev.darkroom.api.http.Query;
import dev.darkroom.api.http.Reply;
import dev.darkroom.api.http.Request;
import dev.darkroom.core.Album;
import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.Page;
import dev.darkroom.core.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code GET /api/albums}: the caller's own albums, or those that are shared with the caller, or
 * for administrators those of some owner; newest first.
 */
public final class ListAlbums implements Endpoint {
  private static final int OK = 200;
  private static final String SHARED = "shared";
  private static final String OWNER = "owner";
  private static final int LONGEST_OWNER = 128;

  private final AlbumStore albums;
  private final AlbumAccess access;
  private final AlbumViews views;
  private final Paging paging;

  public ListAlbums(AlbumStore albums, AlbumAccess access, AlbumViews views, Paging paging) {
    this.albums = albums;
    this.access = access;
    this.views = views;
    this.paging = paging;
  }

  /**
   * @throws InvalidField when a parameter is wrong
   * @throws NotFound when the albums are somebody else's
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    Query query = Query.of(request, SHARED, OWNER, Paging.LIMIT, Paging.CURSOR);
    boolean shared = query.flag(SHARED);
    String owner = owner(caller, query.text(OWNER), shared);
    String scope = shared ? "albums?shared=true" : "albums?owner=" + owner;
    PageRequest asked = paging.asked(caller, query, scope);
    Page<Album> page = shared ? sharedWith(caller, asked) : albums.ownedBy(owner, asked);
    Page<AlbumView> shown = new Page<>(views.of(caller, page.items()), page.next());
    return Reply.json(OK, paging.listing(caller, scope, shown, Function.identity()));
  }

  private Page<Album> sharedWith(Caller caller, PageRequest asked) {
    return access
        .addressOf(caller)
        .map(email -> albums.sharedWith(email, asked))
        .orElseGet(() -> new Page<>(List.of(), Optional.empty()));
  }

  private static String owner(Caller caller, Optional<String> owner, boolean shared) {
    if (owner.isEmpty()) {
      return caller.sub();
    }
    if (shared) {
      throw new InvalidField(OWNER, "shared=true lists what is shared with you. Leave owner out.");
    }
    if (owner.get().length() > LONGEST_OWNER) {
      throw new InvalidField(OWNER, "The sub of a user has at most " + LONGEST_OWNER + " letters.");
    }
    if (!caller.is(owner.get()) && !caller.isAdmin()) {
      throw NotFound.album();
    }
    return owner.get();
  }
}
