package dev.darkroom.client.signin;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Signs a person in by the authorization code flow with PKCE; the browser comes back to this
 * machine.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8252">RFC 8252, OAuth 2.0 for native apps</a>
 */
public final class SignIn {
  /** The callback URL that the template registers for command-line clients. */
  public static final URI REDIRECT = URI.create("http://localhost:8976/signed-in");

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final URI redirect;
  private final Duration patience;
  private final Browser browser;
  private final Consumer<String> tell;

  SignIn(URI redirect, Duration patience, Browser browser, Consumer<String> tell) {
    this.redirect = redirect;
    this.patience = patience;
    this.browser = browser;
    this.tell = tell;
  }

  /**
   * Sign-ins that wait five minutes for the person.
   *
   * @param tell where the person is told what to do
   */
  public SignIn(Browser browser, Consumer<String> tell) {
    this(REDIRECT, PATIENCE, browser, tell);
  }

  Tokens at(Issuer issuer) throws IOException, InterruptedException {
    Pkce pkce = Pkce.create();
    String state = Pkce.random();
    try (LoopbackRedirect loopback = LoopbackRedirect.listen(redirect, state)) {
      URI page = issuer.signInPage(redirect, state, pkce);
      tell.accept("Sign in, in the browser. If none opens, go to:\n  " + page);
      browser.open(page);
      return issuer.exchange(loopback.code(patience), redirect, pkce);
    }
  }
}
