package dev.darkroom.api.images;

import dev.darkroom.api.access.ImageAccess;
import dev.darkroom.api.delivery.RenditionUrls;
import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.Fields;
import dev.darkroom.api.http.InvalidField;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.api.http.PlainText;
import dev.darkroom.api.http.PreconditionFailed;
import dev.darkroom.api.http.Query;
import dev.darkroom.api.http.Reply;
import dev.darkroom.api.http.Request;
import dev.darkroom.core.Caption;
import dev.darkroom.core.Description;
import dev.darkroom.core.ImageStore;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobDeleted;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.NoSuchAlbum;
import java.util.function.UnaryOperator;

/** {@code PATCH /api/images/{imageId}}: captions an image, or moves it to another album. */
public final class DescribeImage implements Endpoint {
  private static final String CAPTION = "caption";
  private static final String ALBUM = "albumId";

  private final ImageAccess access;
  private final ImageStore images;
  private final RenditionUrls urls;

  public DescribeImage(ImageAccess access, ImageStore images, RenditionUrls urls) {
    this.access = access;
    this.images = images;
    this.urls = urls;
  }

  /**
   * {@inheritDoc}
   *
   * <p>The request has to tell which state it changes.
   *
   * @throws NotFound when there is no such id
   * @throws JobDeleted when the image is not the caller's
   * @throws InvalidField when a field is wrong, or the album is not the caller's
   * @throws PreconditionFailed when the image is not in that state any more
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    Query.of(request);
    JobRef ref = access.changeable(caller, request.path("imageId"));
    try {
      Job described =
          images.describe(
              ref,
              job -> {
                UnaryOperator<Description> change =
                    change(Fields.parse(request.body(), CAPTION, ALBUM));
                // Of the very state that the change is made from: a lost race is told, too.
                ImageView.eTag(job).check(request);
                return change.apply(job.description());
              });
      return GetImage.reply(described, caller, urls);
    } catch (NoSuchAlbum e) {
      throw noAlbum();
    }
  }

  private static UnaryOperator<Description> change(Fields fields) {
    String caption =
        fields
            .optionalText(CAPTION)
            .map(text -> PlainText.lines(CAPTION, text, 0, Caption.LONGEST))
            .filter(text -> !text.isEmpty())
            .orElse(null);
    String albumId = fields.optionalText(ALBUM).orElse(null);
    if (albumId != null && !JobIds.isId(albumId)) {
      throw noAlbum();
    }
    return said -> {
      Description captioned = fields.has(CAPTION) ? said.withCaption(caption) : said;
      return fields.has(ALBUM) ? captioned.withAlbum(albumId) : captioned;
    };
  }

  private static InvalidField noAlbum() {
    return new InvalidField(ALBUM, "You have no such album. GET /api/albums lists yours.");
  }
}
