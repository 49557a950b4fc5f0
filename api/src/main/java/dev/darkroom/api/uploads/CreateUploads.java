package dev.darkroom.api.uploads;

import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.Fields;
import dev.darkroom.api.http.InvalidField;
import dev.darkroom.api.http.NotAnUploader;
import dev.darkroom.api.http.Query;
import dev.darkroom.api.http.Reply;
import dev.darkroom.api.http.Request;
import java.util.List;
import java.util.Optional;

/** {@code POST /api/uploads/batch}: announces many jobs, or none of them. */
public final class CreateUploads implements Endpoint {
  /** The most files of one call. */
  static final int MOST_FILES = 50;

  /**
   * The largest body. Fifty files fit whose names and captions are as long as they may be, with
   * every character written as {@code \}{@code uXXXX}: 50 × (762 + 3600 + 250 bytes) is 225 KiB.
   */
  static final int LARGEST_BODY = 256 * 1024;

  private static final int CREATED = 201;

  private final Announcement announcement;

  public CreateUploads(Announcement announcement) {
    this.announcement = announcement;
  }

  /**
   * @throws NotAnUploader when the caller is in no group that may upload
   * @throws InvalidField when a field is wrong, of a file as {@code files[3].contentType}
   * @throws TooManyUploads when the caller may not upload as much now
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    caller.requireUploader();
    Query.of(request);
    UploadRules rules = UploadRules.of(request);
    Fields fields = Fields.parse(request.body(), LARGEST_BODY, "files", "albumId", "caption");
    Optional<String> caption = NewUpload.caption(fields);
    List<NewUpload> files =
        fields.objects("files", MOST_FILES, NewUpload.FIELDS.toArray(String[]::new)).stream()
            .map(file -> NewUpload.read(file, rules.maximumBytes()).orCaptioned(caption))
            .toList();
    return Reply.json(
        CREATED,
        new Tickets(
            announcement.of(caller, files, fields.optionalText("albumId"), rules.allowance())));
  }

  /** The tickets, in the order of the files. */
  record Tickets(List<Ticket> items) {}
}
