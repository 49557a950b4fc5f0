package dev.darkroom.local.identity;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a client asks at the authorize endpoint, checked: response type, scopes, PKCE challenge.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html">The
 *     authorize endpoint</a>
 */
record AuthorizationRequest(
    AppClient client,
    String redirectUri,
    List<String> scopes,
    Optional<String> state,
    Optional<String> nonce,
    String challenge) {
  private static final Set<String> SCOPES =
      Set.of("openid", "email", "phone", "profile", "aws.cognito.signin.user.admin");

  static AuthorizationRequest of(Parameters asked, AppClient client, String redirectUri) {
    if (!asked.get("response_type").equals("code")) {
      throw new OAuthError("unsupported_response_type", "Only code is supported.");
    }
    if (!asked.get("code_challenge_method").equals("S256")) {
      throw new OAuthError("invalid_request", "code_challenge_method must be S256.");
    }
    String challenge = asked.get("code_challenge");
    if (!challenge.matches("[A-Za-z0-9_-]{43}")) {
      throw new OAuthError("invalid_request", "code_challenge is not an S256 challenge.");
    }
    List<String> scopes = List.of(asked.find("scope").orElse("openid email profile").split(" +"));
    if (!SCOPES.containsAll(scopes)) {
      throw new OAuthError("invalid_scope", "The pool knows the scopes " + SCOPES + ".");
    }
    return new AuthorizationRequest(
        client, redirectUri, scopes, asked.find("state"), asked.find("nonce"), challenge);
  }

  /** Back to the client with a code. */
  URI granted(String code) {
    return redirect(redirectUri, Map.of("code", code), state);
  }

  /** Back to the client with an error. */
  static URI refused(String redirectUri, OAuthError error, Optional<String> state) {
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("error", error.code());
    answer.put("error_description", error.getMessage());
    return redirect(redirectUri, answer, state);
  }

  private static URI redirect(String to, Map<String, String> answer, Optional<String> state) {
    Map<String, String> parameters = new LinkedHashMap<>(answer);
    state.ifPresent(value -> parameters.put("state", value));
    return URI.create(to + (to.contains("?") ? "&" : "?") + Parameters.encode(parameters));
  }
}
