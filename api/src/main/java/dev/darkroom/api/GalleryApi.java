package dev.darkroom.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.darkroom.api.access.AlbumAccess;
import dev.darkroom.api.access.Emails;
import dev.darkroom.api.access.ImageAccess;
import dev.darkroom.api.access.OpenIdEmails;
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
import dev.darkroom.api.http.Cursors;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.Paging;
import dev.darkroom.api.http.Router;
import dev.darkroom.api.images.AddLabel;
import dev.darkroom.api.images.DeleteImage;
import dev.darkroom.api.images.DescribeImage;
import dev.darkroom.api.images.GetImage;
import dev.darkroom.api.images.GetOriginal;
import dev.darkroom.api.images.ImageRemoval;
import dev.darkroom.api.images.ListImages;
import dev.darkroom.api.images.ListLabels;
import dev.darkroom.api.images.OriginalUrls;
import dev.darkroom.api.images.RemoveLabel;
import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.CommentStore;
import dev.darkroom.core.DisplayNames;
import dev.darkroom.core.Environment;
import dev.darkroom.core.ImageStore;
import dev.darkroom.core.dynamo.DynamoCursorKey;
import dev.darkroom.core.dynamo.DynamoProfileStore;
import dev.darkroom.core.s3.ImageObjects;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

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
   * @param env {@code TABLE}, {@code UPLOADS_BUCKET}, {@code RENDITIONS_BUCKET}, {@code ISSUER},
   *     and what {@link Delivery} reads
   * @throws IllegalArgumentException naming the variable that is missing or out of range
   */
  public GalleryApi(Map<String, String> env) {
    this(new Environment(env), Aws.dynamo(), Aws.s3(), S3Presigner.create(), Clock.systemUTC());
  }

  private GalleryApi(
      Environment env, DynamoDbClient dynamo, S3Client s3, S3Presigner presigner, Clock clock) {
    String table = env.text("TABLE");
    String uploads = env.text("UPLOADS_BUCKET");
    String renditions = env.text("RENDITIONS_BUCKET");
    Stores stores = Stores.on(dynamo, table, clock);
    Emails emails =
        new OpenIdEmails(env.text("ISSUER"), new DynamoProfileStore(dynamo, table), clock);
    RenditionUrls urls = Delivery.from(env.variables()).urls(presigner, clock);
    Paging paging = new Paging(new Cursors(new DynamoCursorKey(dynamo, table)::bytes));
    ImageRemoval removal =
        new ImageRemoval(stores.images(), stores.jobs(), new ImageObjects(s3, uploads, renditions));
    Map<String, Endpoint> routes = new HashMap<>();
    routes.putAll(
        images(stores, emails, removal, new OriginalUrls(presigner, uploads), urls, paging));
    routes.putAll(albums(stores, emails, removal::remove, urls, paging, clock));
    router = new Router(routes);
  }

  /** Images and their labels. */
  static Map<String, Endpoint> images(
      Stores stores,
      Emails emails,
      ImageRemoval removal,
      OriginalUrls originals,
      RenditionUrls urls,
      Paging paging) {
    ImageStore images = stores.images();
    AlbumAccess albumAccess = new AlbumAccess(stores.albums(), emails);
    ImageAccess access = new ImageAccess(stores.jobs(), stores.albums(), albumAccess);
    return Map.ofEntries(
        Map.entry("GET /api/images", new ListImages(images, albumAccess, urls, paging)),
        Map.entry("GET /api/images/{imageId}", new GetImage(access, urls)),
        Map.entry("PATCH /api/images/{imageId}", new DescribeImage(access, images, urls)),
        Map.entry("DELETE /api/images/{imageId}", new DeleteImage(access, removal)),
        Map.entry("GET /api/images/{imageId}/original", new GetOriginal(access, originals)),
        Map.entry("PUT /api/images/{imageId}/labels/{label}", new AddLabel(access, images, urls)),
        Map.entry(
            "DELETE /api/images/{imageId}/labels/{label}", new RemoveLabel(access, images, urls)),
        Map.entry("GET /api/labels", new ListLabels(images, paging)));
  }

  /** Albums, who sees them, and comments. */
  static Map<String, Endpoint> albums(
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
    return Map.ofEntries(
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
        Map.entry("PUT /api/albums/{albumId}/viewers/{email}", new ShareAlbum(albums, albumAccess)),
        Map.entry(
            "DELETE /api/albums/{albumId}/viewers/{email}",
            new WithdrawAlbum(albums, albumAccess)));
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return router.respond(event);
  }
}
