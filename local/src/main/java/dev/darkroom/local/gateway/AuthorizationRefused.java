package dev.darkroom.local.gateway;

import java.util.List;

/**
 * A request that the authorizer does not let pass, with the challenge that the client is sent.
 *
 * <p>The form of the challenge is API Gateway's. Of its descriptions AWS publishes the one about
 * the audience; the others are this program's own words.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-troubleshooting-jwt.html">Troubleshooting
 *     JWT authorizers</a>
 */
final class AuthorizationRefused extends Exception {
  private final int status;
  private final String challenge;

  private AuthorizationRefused(int status, String challenge) {
    super(challenge);
    this.status = status;
    this.challenge = challenge;
  }

  static AuthorizationRefused noToken() {
    return new AuthorizationRefused(401, "Bearer");
  }

  static AuthorizationRefused invalidToken(List<String> scopes, String description) {
    return new AuthorizationRefused(401, challenge(scopes, "invalid_token", description));
  }

  static AuthorizationRefused insufficientScope(List<String> scopes) {
    return new AuthorizationRefused(
        403, challenge(scopes, "insufficient_scope", "the token has none of the route's scopes"));
  }

  /** 401 or 403. */
  int status() {
    return status;
  }

  /** The {@code www-authenticate} header. */
  String challenge() {
    return challenge;
  }

  private static String challenge(List<String> scopes, String error, String description) {
    return "Bearer scope=\"%s\" error=\"%s\" error_description=\"%s\""
        .formatted(String.join(" ", scopes), error, description);
  }
}
