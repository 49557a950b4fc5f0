package dev.darkroom.local.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.darkroom.local.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The userInfo endpoint: who the bearer of an access token is, as the directory knows them now.
 *
 * <p>Flags are texts, as Cognito answers them. A token with the scope {@code openid} alone tells
 * everything; with further scopes, the address only if {@code email} is one of them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/userinfo-endpoint.html">The
 *     userInfo endpoint</a>
 */
final class UserInfoEndpoint {
  private static final String BEARER = "bearer ";

  private final Directory directory;
  private final TokenSigner signer;

  UserInfoEndpoint(Directory directory, TokenSigner signer) {
    this.directory = directory;
    this.signer = signer;
  }

  /**
   * Answers {@code GET} and {@code POST /oauth2/userInfo}.
   *
   * @throws OAuthError {@code invalid_request} without a bearer token, {@code invalid_token} when
   *     it does not hold, lacks {@code openid}, or its user is gone
   */
  Map<String, String> tell(Request request) {
    JWTClaimsSet claims =
        signer
            .verifyAccessToken(token(request))
            .filter(found -> scopes(found).contains("openid"))
            .orElseThrow(UserInfoEndpoint::invalidToken);
    User user = directory.find(claims.getSubject()).orElseThrow(UserInfoEndpoint::invalidToken);
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("sub", user.sub());
    List<String> scopes = scopes(claims);
    if (scopes.equals(List.of("openid")) || scopes.contains("email")) {
      answer.put("email_verified", Boolean.toString(user.emailVerified()));
      answer.put("email", user.email());
    }
    answer.put("username", user.userName());
    return answer;
  }

  private static String token(Request request) {
    String authorization = request.header("authorization").orElse("");
    if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw new OAuthError("invalid_request", "Bad OAuth2 request at UserInfo Endpoint");
    }
    return authorization.substring(BEARER.length()).strip();
  }

  private static List<String> scopes(JWTClaimsSet claims) {
    return List.of(Objects.toString(claims.getClaim("scope"), "").split(" +"));
  }

  private static OAuthError invalidToken() {
    return new OAuthError(
        "invalid_token",
        "Access token is expired, disabled, or deleted, or the user has globally signed out.");
  }
}
