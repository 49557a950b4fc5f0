package dev.darkroom.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.darkroom.api.access.AlbumAccess;
import dev.darkroom.api.access.Emails;
import dev.darkroom.api.access.ImageAccess;
import dev.darkroom.api.albums.AlbumViews;
import dev.darkroom.api.albums.ChangeAlbum;
import dev.darkroom.api.albums.CreateAlbum;
import dev.darkroom.api.albums.DeleteAlbum;
import dev.darkroom.api.albums.GetAlbum;
import dev.darkroom.api.albums.ImageDeletion;
import dev.darkroom.api.albums.ListAlbums;
import dev.darkroom.api.albums.ShareAlbum;
import dev.darkroom.api.albums.WithdrawAlbum;
import dev.darkroom.api.comments.AddComment;
import dev.darkroom.api.comments.DeleteComment;
import dev.darkroom.api.comments.ListComments;
import dev.darkroom.api.delivery.RenditionUrls;
import dev.darkroom.api.http.Paging;
import dev.darkroom.api.http.Router;
import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.CommentStore;
import dev.darkroom.core.DisplayNames;
import dev.darkroom.core.Environment;
import java.time.Clock;
import java.util.Map;

/** Images, labels, albums and comments: the function behind {@code /api/images} and its like. */
public final class GalleryApi
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final Router router;

  /** Wires the function from its environment; Lambda calls this. */
  public GalleryApi() {
    this(System.getenv());
  }

  /**
   * Wires the function from the given environment.
   *
   * @param env {@code TABLE}
   * @throws IllegalArgumentException naming the variable that is missing or out of range
   */
  public GalleryApi(Map<String, String> env) {
    new Environment(env).text("TABLE");
    router = new Router(Map.of());
  }

  GalleryApi(
      Stores stores,
      Emails emails,
      ImageDeletion deletion,
      RenditionUrls urls,
      Paging paging,
      Clock clock) {
    AlbumStore albums = stores.albums();
    AlbumAccess albumAccess = new AlbumAccess(albums, emails);
    ImageAccess imageAccess = new ImageAccess(stores.jobs(), albums, albumAccess);
    AlbumViews views = new AlbumViews(stores.images(), urls);
    CommentStore comments = stores.comments();
    DisplayNames names = stores.names();
    router =
        new Router(
            Map.ofEntries(
                Map.entry(
                    "GET /api/images/{imageId}/comments",
                    new ListComments(comments, imageAccess, names, paging)),
                Map.entry(
                    "POST /api/images/{imageId}/comments",
                    new AddComment(comments, imageAccess, names, clock)),
                Map.entry(
                    "DELETE /api/images/{imageId}/comments/{commentId}",
                    new DeleteComment(comments, imageAccess)),
                Map.entry("GET /api/albums", new ListAlbums(albums, albumAccess, views, paging)),
                Map.entry("POST /api/albums", new CreateAlbum(albums, views, clock)),
                Map.entry("GET /api/albums/{albumId}", new GetAlbum(albumAccess, views)),
                Map.entry(
                    "PATCH /api/albums/{albumId}",
                    new ChangeAlbum(albums, albumAccess, stores.jobs(), views)),
                Map.entry(
                    "DELETE /api/albums/{albumId}",
                    new DeleteAlbum(albums, albumAccess, stores.images(), deletion, clock)),
                Map.entry(
                    "PUT /api/albums/{albumId}/viewers/{email}",
                    new ShareAlbum(albums, albumAccess)),
                Map.entry(
                    "DELETE /api/albums/{albumId}/viewers/{email}",
                    new WithdrawAlbum(albums, albumAccess))));
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return router.respond(event);
  }
}
