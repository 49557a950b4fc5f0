package dev.darkroom.core;

import java.util.Optional;

/** Where comments are kept. Safe for many threads and many processes. */
public interface CommentStore {
  /**
   * Records a comment, if the image is COMPLETED at that very moment: none outlives its image.
   *
   * @param image the image that the comment is on
   * @throws JobConflict when the image is not COMPLETED, or gone, or the comment's id is taken
   */
  void add(JobRef image, Comment comment);

  /** The comments on an image, oldest first. */
  Page<Comment> on(String imageId, PageRequest page);

  /** A comment as it is now, read consistently. */
  Optional<Comment> find(String imageId, String commentId);

  /** Deletes a comment, if it is there. */
  void delete(String imageId, String commentId);
}
