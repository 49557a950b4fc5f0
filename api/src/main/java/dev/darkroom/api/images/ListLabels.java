package dev.darkroom.api.images;

import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.api.http.Paging;
import dev.darkroom.api.http.Query;
import dev.darkroom.api.http.Reply;
import dev.darkroom.api.http.Request;
import dev.darkroom.core.ImageStore;
import dev.darkroom.core.LabelCount;
import dev.darkroom.core.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** {@code GET /api/labels}: the labels of an owner's images, by name, and how many bear each. */
public final class ListLabels implements Endpoint {
  private static final int OK = 200;

  private final ImageStore images;
  private final Paging paging;

  public ListLabels(ImageStore images, Paging paging) {
    this.images = images;
    this.paging = paging;
  }

  /**
   * @throws NotFound when the labels are not the caller's to see
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    Query query = Query.of(request, Owners.OWNER, Paging.LIMIT, Paging.CURSOR);
    String owner = Owners.named(caller, query).orElse(caller.sub());
    String scope = "labels?owner=" + URLEncoder.encode(owner, StandardCharsets.UTF_8);
    Page<LabelCount> page = images.labels(owner, paging.asked(caller, query, scope));
    return Reply.json(OK, paging.listing(caller, scope, page, label -> label));
  }
}
