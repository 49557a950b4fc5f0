package dev.darkroom.local.identity;

import dev.darkroom.local.http.Request;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The token endpoint: a code and its PKCE verifier for tokens.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html">The
 *     token endpoint</a>
 */
final class TokenEndpoint {
  private final AuthorizationCodes codes;
  private final TokenSigner signer;

  TokenEndpoint(AuthorizationCodes codes, TokenSigner signer) {
    this.codes = codes;
    this.signer = signer;
  }

  /**
   * Answers {@code POST /oauth2/token}.
   *
   * @throws OAuthError what the client is told
   */
  Map<String, Object> exchange(Request request) {
    Parameters form = Parameters.ofForm(request);
    if (!form.get("grant_type").equals("authorization_code")) {
      throw new OAuthError(
          "unsupported_grant_type", "Only authorization_code is supported locally.");
    }
    String clientId = form.get("client_id");
    String redirectUri = form.get("redirect_uri");
    String verifier = form.get("code_verifier");
    AuthorizationCodes.Grant grant =
        codes
            .redeem(form.get("code"))
            .filter(found -> found.request().client().id().equals(clientId))
            .filter(found -> found.request().redirectUri().equals(redirectUri))
            .filter(found -> Pkce.proves(verifier, found.request().challenge()))
            .orElseThrow(() -> new OAuthError("invalid_grant", "The code does not hold."));
    Map<String, Object> tokens = new LinkedHashMap<>();
    if (grant.request().scopes().contains("openid")) {
      tokens.put("id_token", signer.idToken(grant));
    }
    tokens.put("access_token", signer.accessToken(grant));
    tokens.put("expires_in", grant.request().client().accessTokenLife().toSeconds());
    tokens.put("token_type", "Bearer");
    return tokens;
  }
}
