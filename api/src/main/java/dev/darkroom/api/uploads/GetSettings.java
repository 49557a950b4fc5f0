package dev.darkroom.api.uploads;

import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.Query;
import dev.darkroom.api.http.Reply;
import dev.darkroom.api.http.Request;
import java.util.List;

/**
 * {@code GET /api/settings}: what a client must know that knows the API's address alone. Answers
 * everyone, and reads nothing.
 */
public final class GetSettings implements Endpoint.Open {
  private static final int OK = 200;

  private final String issuer;
  private final String clientId;

  /**
   * Tells where to sign in.
   *
   * @param issuer the OpenID Connect issuer
   * @param clientId the app client that clients sign in with
   */
  public GetSettings(String issuer, String clientId) {
    this.issuer = issuer;
    this.clientId = clientId;
  }

  @Override
  public Reply answer(Request request) {
    Query.of(request);
    UploadRules rules = UploadRules.of(request);
    return Reply.json(
        OK,
        new Told(
            issuer,
            clientId,
            NewUpload.CONTENT_TYPES,
            rules.maximumBytes(),
            CreateUploads.MOST_FILES,
            rules.allowance().uploadsPerHour(),
            rules.allowance().bytesPerDay()));
  }

  /** The answer: {@code Settings} of {@code openapi.yaml}. */
  record Told(
      String issuer,
      String clientId,
      List<String> contentTypes,
      long maximumBytes,
      int filesPerCall,
      long uploadsPerHour,
      long bytesPerDay) {}
}
