package dev.darkroom.api.comments;

import static java.util.stream.Collectors.toSet;

import dev.darkroom.api.access.ImageAccess;
import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.InvalidField;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.api.http.Paging;
import dev.darkroom.api.http.Query;
import dev.darkroom.api.http.Reply;
import dev.darkroom.api.http.Request;
import dev.darkroom.core.Comment;
import dev.darkroom.core.CommentStore;
import dev.darkroom.core.DisplayNames;
import dev.darkroom.core.Page;
import java.util.Map;

/**
 * {@code GET /api/images/{imageId}/comments}: what people wrote under an image, the newest last, as
 * a conversation is read.
 */
public final class ListComments implements Endpoint {
  private static final int OK = 200;

  private final CommentStore comments;
  private final ImageAccess access;
  private final DisplayNames names;
  private final Paging paging;

  public ListComments(
      CommentStore comments, ImageAccess access, DisplayNames names, Paging paging) {
    this.comments = comments;
    this.access = access;
    this.names = names;
    this.paging = paging;
  }

  /**
   * @throws NotFound when the caller sees no such image
   * @throws InvalidField when a parameter is wrong
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    Query query = Query.of(request, Paging.LIMIT, Paging.CURSOR);
    String imageId = access.discussed(caller, request.path("imageId")).jobId();
    String scope = "comments?image=" + imageId;
    Page<Comment> page = comments.on(imageId, paging.asked(caller, query, scope));
    Map<String, String> known =
        names.of(page.items().stream().map(Comment::author).collect(toSet()));
    return Reply.json(
        OK, paging.listing(caller, scope, page, comment -> CommentView.of(comment, known)));
  }
}
