package dev.darkroom.local.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One route of an HTTP API: the requests that reach a function.
 *
 * @param method an HTTP method or {@code ANY}, in any case; not looked at for {@code $default}
 * @param path as {@code /jobs/{jobId}} or {@code /files/{proxy+}}, or {@code $default} for what no
 *     other route takes
 * @param function the function's name or ARN
 * @param authorizer who must let a request pass; empty for everyone
 * @param scopes the scopes of which a token must hold at least one; empty for any token
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html">Routes
 *     for HTTP APIs</a>
 */
public record Route(
    String method,
    String path,
    String function,
    Optional<JwtAuthorizer> authorizer,
    List<String> scopes) {
  static final String DEFAULT = "$default";
  static final String ANY = "ANY";
  private static final Set<String> METHODS =
      Set.of(ANY, "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "DELETE");

  public Route {
    method = method.toUpperCase(Locale.ROOT);
    scopes = List.copyOf(scopes);
    if (!path.equals(DEFAULT) && !METHODS.contains(method)) {
      throw new IllegalArgumentException("A route has no method " + method + ".");
    }
    if (!scopes.isEmpty() && authorizer.isEmpty()) {
      throw new IllegalArgumentException("Scopes need an authorizer that finds them in a token.");
    }
  }

  /** A route that states no scopes. */
  public Route(String method, String path, String function, Optional<JwtAuthorizer> authorizer) {
    this(method, path, function, authorizer, List.of());
  }

  /** The route key, as {@code GET /jobs/{jobId}} or {@code $default}. */
  public String key() {
    return isDefault() ? DEFAULT : method + " " + path;
  }

  boolean isDefault() {
    return path.equals(DEFAULT);
  }

  boolean takes(String requestMethod) {
    return isDefault() || method.equals(ANY) || method.equals(requestMethod);
  }
}
