package dev.darkroom.local.identity;

import dev.darkroom.local.http.Reply;
import dev.darkroom.local.http.Request;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The authorize endpoint and the login form behind it.
 *
 * <p>An unknown client or redirect URI gets an error page and never a redirect. Everything else
 * that is wrong with a request goes back to the client.
 */
final class LoginEndpoint {
  private final Function<String, Optional<AppClient>> clients;
  private final Directory directory;
  private final AuthorizationCodes codes;

  LoginEndpoint(
      Function<String, Optional<AppClient>> clients,
      Directory directory,
      AuthorizationCodes codes) {
    this.clients = clients;
    this.directory = directory;
    this.codes = codes;
  }

  /** {@code GET /oauth2/authorize}: on to the form. */
  Reply authorize(Request request) {
    return answer(request, asked -> redirect(URI.create("/login?" + request.uri().getRawQuery())));
  }

  /** {@code GET /login}. */
  Reply form(Request request) {
    return answer(request, asked -> LoginPage.form(request.uri().getRawQuery()));
  }

  /** {@code POST /login}: a code for the right password, the form again for a wrong one. */
  Reply signIn(Request request, URI self) {
    // Another site's page must not sign a browser in as somebody else.
    if (request.header("origin").filter(origin -> !origin.equals(self.toString())).isPresent()) {
      return LoginPage.error(403, "The form was sent by another site.");
    }
    return answer(request, asked -> checked(request, asked));
  }

  /** {@code GET /logout}: there is no session to end, only a place to go. */
  Reply logout(Request request) {
    Parameters asked = Parameters.ofQuery(request);
    String to = asked.get("logout_uri");
    boolean known = client(asked).logoutUrls().contains(to);
    return known
        ? redirect(URI.create(to))
        : LoginPage.error(400, "logout_uri is not registered for this client.");
  }

  private Reply checked(Request request, AuthorizationRequest asked) {
    Parameters form = Parameters.ofForm(request);
    String userName = form.find("username").orElse("");
    return directory
        .authenticate(userName, form.find("password").orElse(""))
        .map(user -> redirect(asked.granted(codes.issue(asked, user))))
        .orElseGet(() -> LoginPage.refused(request.uri().getRawQuery(), userName));
  }

  private Reply answer(Request request, Function<AuthorizationRequest, Reply> next) {
    Parameters asked = Parameters.ofQuery(request);
    AppClient client = client(asked);
    String redirectUri = asked.get("redirect_uri");
    if (!client.callbackUrls().contains(redirectUri)) {
      throw new OAuthError("redirect_mismatch", "redirect_uri is not registered for this client.");
    }
    AuthorizationRequest checked;
    try {
      checked = AuthorizationRequest.of(asked, client, redirectUri);
    } catch (OAuthError e) {
      return redirect(AuthorizationRequest.refused(redirectUri, e, asked.find("state")));
    }
    return next.apply(checked);
  }

  private AppClient client(Parameters asked) {
    return clients
        .apply(asked.get("client_id"))
        .orElseThrow(() -> new OAuthError("invalid_client", "The client is unknown."));
  }

  private static Reply redirect(URI to) {
    return new Reply(
        302, Map.of("location", to.toString(), "cache-control", "no-store"), new byte[0]);
  }
}
