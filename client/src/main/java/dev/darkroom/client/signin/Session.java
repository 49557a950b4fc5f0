package dev.darkroom.client.signin;

import dev.darkroom.client.api.AccessTokens;
import dev.darkroom.client.http.Calls;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/**
 * A person's session: tokens that are kept, then those that a refresh token gets, then a sign-in.
 * Threads that need a token meanwhile wait for the one sign-in.
 */
public final class Session implements AccessTokens {
  private final String issuer;
  private final String clientId;
  private final TokenFile kept;
  private final SignIn signIn;
  private final Calls calls;
  private final Clock clock;
  private Tokens tokens;
  private SignInRefused ended;

  /** A session at an issuer. */
  public Session(
      String issuer, String clientId, TokenFile kept, SignIn signIn, Calls calls, Clock clock) {
    this.issuer = issuer;
    this.clientId = clientId;
    this.kept = kept;
    this.signIn = signIn;
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  public synchronized String current() throws IOException, InterruptedException {
    if (tokens == null) {
      tokens = kept.find(issuer, clientId).orElse(null);
    }
    if (tokens == null || !tokens.isGood(clock.instant())) {
      renew();
    }
    return tokens.accessToken();
  }

  @Override
  public synchronized String insteadOf(String refused) throws IOException, InterruptedException {
    if (tokens == null || tokens.accessToken().equals(refused)) {
      renew(); // Else another thread has renewed it already.
    }
    return tokens.accessToken();
  }

  private void renew() throws IOException, InterruptedException {
    if (ended != null) {
      throw ended; // A person is asked once in a run.
    }
    Issuer at = Issuer.discover(issuer, clientId, calls, clock);
    Optional<Tokens> refreshed = refreshed(at);
    tokens = refreshed.isPresent() ? refreshed.get() : asked(at);
    kept.keep(issuer, clientId, tokens);
  }

  private Tokens asked(Issuer at) throws IOException, InterruptedException {
    try {
      return signIn.at(at);
    } catch (SignInRefused e) {
      ended = e;
      throw e;
    }
  }

  private Optional<Tokens> refreshed(Issuer at) throws IOException, InterruptedException {
    if (tokens == null || tokens.refreshToken() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(at.refresh(tokens.refreshToken()));
    } catch (SignInRefused e) {
      return Optional.empty(); // It has ended, too: the person signs in.
    }
  }
}
