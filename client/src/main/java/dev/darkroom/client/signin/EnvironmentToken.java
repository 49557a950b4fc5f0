package dev.darkroom.client.signin;

import dev.darkroom.client.api.AccessTokens;
import java.io.IOException;

/**
 * A token that a script was given; there is nobody to sign in when it is not taken any more.
 *
 * @param token the access token
 */
public record EnvironmentToken(String token) implements AccessTokens {
  /** The variable that holds it. */
  public static final String VARIABLE = "DARKROOM_TOKEN";

  @Override
  public String current() {
    return token;
  }

  @Override
  public String insteadOf(String refused) throws IOException {
    throw new SignInRefused(
        "The API does not take the token in %s: it has expired, or is of another installation."
                .formatted(VARIABLE)
            + " Set a new one, or unset it to sign in by browser.");
  }
}
