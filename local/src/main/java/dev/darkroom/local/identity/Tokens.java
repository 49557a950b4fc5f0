package dev.darkroom.local.identity;

import java.time.Duration;

/**
 * What a sign-in gives.
 *
 * @param accessToken for {@code Authorization: Bearer …}
 * @param idToken who signed in
 * @param life how long both are good
 */
public record Tokens(String accessToken, String idToken, Duration life) {
  /** Keeps the tokens out of logs. */
  @Override
  public String toString() {
    return "Tokens[life=" + life + "]";
  }
}
