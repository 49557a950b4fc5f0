package dev.darkroom.api.comments;

import dev.darkroom.api.access.ImageAccess;
import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.Fields;
import dev.darkroom.api.http.InvalidField;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.api.http.PlainText;
import dev.darkroom.api.http.Query;
import dev.darkroom.api.http.Reply;
import dev.darkroom.api.http.Request;
import dev.darkroom.core.Comment;
import dev.darkroom.core.CommentStore;
import dev.darkroom.core.DisplayNames;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobConflict;
import dev.darkroom.core.JobIds;
import java.time.Clock;
import java.util.Set;

/** {@code POST /api/images/{imageId}/comments}: writes something under an image. */
public final class AddComment implements Endpoint {
  private static final int CREATED = 201;
  private static final String TEXT = "text";
  private static final int LONGEST = 1000;

  private final CommentStore comments;
  private final ImageAccess access;
  private final DisplayNames names;
  private final Clock clock;

  public AddComment(CommentStore comments, ImageAccess access, DisplayNames names, Clock clock) {
    this.comments = comments;
    this.access = access;
    this.names = names;
    this.clock = clock;
  }

  /**
   * @throws NotFound when the caller may comment on no such image
   * @throws InvalidField when the text is missing or wrong
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    Query.of(request);
    Job image = access.commentable(caller, request.path("imageId"));
    String text = PlainText.lines(TEXT, Fields.parse(request.body(), TEXT).text(TEXT), 1, LONGEST);
    Comment comment =
        new Comment(image.jobId(), JobIds.next(), caller.sub(), text, clock.instant());
    try {
      comments.add(image.ref(), comment);
    } catch (JobConflict e) {
      throw NotFound.image(); // It was deleted this very moment.
    }
    return Reply.json(CREATED, CommentView.of(comment, names.of(Set.of(caller.sub()))))
        .with("location", "/api/images/" + image.jobId() + "/comments/" + comment.commentId());
  }
}
