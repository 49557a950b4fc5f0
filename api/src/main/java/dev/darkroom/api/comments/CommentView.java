package dev.darkroom.api.comments;

import dev.darkroom.core.Comment;
import java.time.Instant;
import java.util.Map;

/** A comment as clients see it: {@code Comment} of {@code openapi.yaml}. */
record CommentView(
    String commentId, String imageId, Author author, String text, Instant createdAt) {

  /**
   * Adds who wrote it.
   *
   * @param names by {@code sub}
   */
  static CommentView of(Comment comment, Map<String, String> names) {
    return new CommentView(
        comment.commentId(),
        comment.imageId(),
        new Author(comment.author(), names.get(comment.author())),
        comment.text(),
        comment.createdAt());
  }

  /**
   * Who wrote it.
   *
   * @param displayName how the user wants to be called, or null
   */
  record Author(String userId, String displayName) {}
}
