package dev.darkroom.client.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;

/**
 * What an issuer gave.
 *
 * @param accessToken what the API takes
 * @param refreshToken what gets a new access token without a browser, or null
 * @param expiresAt when the access token ends
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Tokens(String accessToken, String refreshToken, Instant expiresAt) {
  private static final Duration MARGIN = Duration.ofSeconds(60);

  /** Whether the access token is good for another minute. */
  boolean isGood(Instant now) {
    return now.plus(MARGIN).isBefore(expiresAt);
  }
}
