package dev.darkroom.api.comments;

import dev.darkroom.api.access.ImageAccess;
import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.api.http.Query;
import dev.darkroom.api.http.Reply;
import dev.darkroom.api.http.Request;
import dev.darkroom.core.Comment;
import dev.darkroom.core.CommentStore;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobIds;
import java.util.Optional;

/**
 * {@code DELETE /api/images/{imageId}/comments/{commentId}}: deletes one's own comment, or any on
 * one's own image; administrators delete any.
 */
public final class DeleteComment implements Endpoint {
  private final CommentStore comments;
  private final ImageAccess access;

  public DeleteComment(CommentStore comments, ImageAccess access) {
    this.comments = comments;
    this.access = access;
  }

  /**
   * @throws NotFound when the caller sees no such image, or may not delete the comment
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    Query.of(request);
    Job image = access.discussed(caller, request.path("imageId"));
    String commentId = request.path("commentId");
    if (!JobIds.isId(commentId)) {
      throw NotFound.comment();
    }
    Optional<Comment> comment = comments.find(image.jobId(), commentId);
    if (comment.isPresent()) {
      if (!mayDelete(caller, image, comment.get())) {
        throw NotFound.comment();
      }
      comments.delete(image.jobId(), commentId);
    }
    return Reply.nothing(); // One that is gone already was asked for twice.
  }

  private static boolean mayDelete(Caller caller, Job image, Comment comment) {
    return caller.is(comment.author()) || caller.is(image.owner()) || caller.isAdmin();
  }
}
