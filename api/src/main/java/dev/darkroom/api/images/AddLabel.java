package dev.darkroom.api.images;

import dev.darkroom.api.access.ImageAccess;
import dev.darkroom.api.delivery.RenditionUrls;
import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.InvalidField;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.api.http.Query;
import dev.darkroom.api.http.Reply;
import dev.darkroom.api.http.Request;
import dev.darkroom.core.Description;
import dev.darkroom.core.ImageLabels;
import dev.darkroom.core.ImageStore;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobDeleted;
import dev.darkroom.core.JobRef;

/** {@code PUT /api/images/{imageId}/labels/{label}}: the image bears that label from now on. */
public final class AddLabel implements Endpoint {
  private final ImageAccess access;
  private final ImageStore images;
  private final RenditionUrls urls;

  public AddLabel(ImageAccess access, ImageStore images, RenditionUrls urls) {
    this.access = access;
    this.images = images;
    this.urls = urls;
  }

  /**
   * @throws NotFound when there is no such id
   * @throws JobDeleted when the image is not the caller's
   * @throws InvalidField when it cannot be a label, or there are too many
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    Query.of(request);
    JobRef ref = access.changeable(caller, request.path("imageId"));
    String name = LabelText.name(request.path("label"));
    return GetImage.reply(images.describe(ref, job -> adding(job, name)), caller, urls);
  }

  private static Description adding(Job job, String name) {
    if (ImageLabels.found(job, name).isEmpty()) {
      LabelText.check(name);
    }
    Description said = ImageLabels.adding(job, name);
    if (said.hashtags().size() > ImageLabels.MOST_BY_HAND) {
      throw new InvalidField(
          "label",
          "An image bears "
              + ImageLabels.MOST_BY_HAND
              + " labels of yours at most. Remove another one first.");
    }
    return said;
  }
}
