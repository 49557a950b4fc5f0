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
import java.util.stream.Stream;

/** {@code POST /api/uploads}: announces a job and hands out the URL that its file goes to. */
public final class CreateUpload implements Endpoint {
  private static final int CREATED = 201;
  private static final String ALBUM = "albumId";
  private static final String[] FIELDS =
      Stream.concat(NewUpload.FIELDS.stream(), Stream.of(ALBUM)).toArray(String[]::new);

  private final Announcement announcement;

  public CreateUpload(Announcement announcement) {
    this.announcement = announcement;
  }

  /**
   * @throws NotAnUploader when the caller is in no group that may upload
   * @throws InvalidField when a field is wrong
   * @throws TooManyUploads when the caller may not upload as much now
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    caller.requireUploader();
    Query.of(request);
    UploadRules rules = UploadRules.of(request);
    Fields fields = Fields.parse(request.body(), FIELDS);
    NewUpload file = NewUpload.read(fields, rules.maximumBytes());
    Ticket ticket =
        announcement
            .of(caller, List.of(file), fields.optionalText(ALBUM), rules.allowance())
            .get(0);
    return Reply.json(CREATED, ticket).with("location", "/api/jobs/" + ticket.jobId());
  }
}
