package dev.darkroom.local.gateway;

import dev.darkroom.local.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which origins' pages may call an API; empty lists add no header.
 *
 * @param allowOrigins origins, {@code *}, {@code https://*} or {@code http://*}
 * @param allowMethods methods a page may use, or {@code *}
 * @param allowHeaders request headers a page may send, or {@code *}
 * @param exposeHeaders answer headers a page may read, or {@code *}
 * @param maxAge how long a browser may remember a preflight: seconds, -1 to 86400
 * @param allowCredentials whether pages may send cookies; not with the origin {@code *}
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html">CORS
 *     for HTTP APIs</a>
 */
public record CorsConfiguration(
    List<String> allowOrigins,
    List<String> allowMethods,
    List<String> allowHeaders,
    List<String> exposeHeaders,
    OptionalInt maxAge,
    boolean allowCredentials) {
  private static final String ALL = "*";

  public CorsConfiguration {
    allowOrigins = List.copyOf(allowOrigins);
    allowMethods = List.copyOf(allowMethods);
    allowHeaders = List.copyOf(allowHeaders);
    exposeHeaders = List.copyOf(exposeHeaders);
    if (allowCredentials && allowOrigins.contains(ALL)) {
      throw new IllegalArgumentException("Credentials cannot be allowed to the origin *.");
    }
    if (maxAge.orElse(0) < -1 || maxAge.orElse(0) > 86_400) {
      throw new IllegalArgumentException("maxAge must be -1 to 86400 seconds.");
    }
  }

  static boolean isPreflight(Request request) {
    return request.method().equals("OPTIONS")
        && request.header("origin").isPresent()
        && request.header("access-control-request-method").isPresent();
  }

  /** The headers that answer a preflight; none for a foreign origin. */
  Map<String, String> preflightHeaders(Request request) {
    Map<String, String> headers = originHeaders(request);
    if (!headers.isEmpty()) {
      put(headers, "access-control-allow-methods", allowMethods);
      put(headers, "access-control-allow-headers", allowHeaders);
      maxAge.ifPresent(age -> headers.put("access-control-max-age", String.valueOf(age)));
    }
    return headers;
  }

  /** The headers that every other answer gets; none for a foreign origin. */
  Map<String, String> answerHeaders(Request request) {
    Map<String, String> headers = originHeaders(request);
    if (!headers.isEmpty()) {
      put(headers, "access-control-expose-headers", exposeHeaders);
    }
    return headers;
  }

  private Map<String, String> originHeaders(Request request) {
    Map<String, String> headers = new LinkedHashMap<>();
    allowed(request)
        .ifPresent(
            origin -> {
              headers.put("access-control-allow-origin", origin);
              if (allowCredentials) {
                headers.put("access-control-allow-credentials", "true");
              }
            });
    return headers;
  }

  private Optional<String> allowed(Request request) {
    return request
        .header("origin")
        .flatMap(
            origin -> {
              if (allowOrigins.contains(ALL)) {
                return Optional.of(ALL);
              }
              return allowOrigins.stream().anyMatch(allowed -> admits(allowed, origin))
                  ? Optional.of(origin)
                  : Optional.empty();
            });
  }

  private static boolean admits(String allowed, String origin) {
    if (allowed.equals("https://*") || allowed.equals("http://*")) {
      return origin.startsWith(allowed.substring(0, allowed.length() - 1));
    }
    return allowed.equals(origin);
  }

  private static void put(Map<String, String> headers, String name, List<String> values) {
    if (!values.isEmpty()) {
      headers.put(name, String.join(",", values));
    }
  }
}
