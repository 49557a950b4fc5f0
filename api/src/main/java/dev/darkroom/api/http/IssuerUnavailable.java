package dev.darkroom.api.http;

import java.util.Map;

/** The issuer does not tell who the caller is, though it may a moment later. */
public final class IssuerUnavailable extends Refusal {
  private static final String SECONDS_TO_RECOVER = "5";

  public IssuerUnavailable() {
    super(
        503,
        "unavailable",
        "Busy for the moment",
        "The service that knows your e-mail address does not answer. Send the request again after"
            + " the seconds of Retry-After.");
  }

  @Override
  protected Map<String, String> headers() {
    return Map.of("retry-after", SECONDS_TO_RECOVER);
  }
}
