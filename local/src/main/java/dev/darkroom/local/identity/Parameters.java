package dev.darkroom.local.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.local.http.Request;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parameters of a query or of a form; none may stand twice (RFC 6749, section 3.1). */
record Parameters(Map<String, String> values) {

  static Parameters ofQuery(Request request) {
    return parse(request.uri().getRawQuery());
  }

  /** Reads a form body. */
  static Parameters ofForm(Request request) {
    String type = request.header("content-type").orElse("");
    if (!type.split(";")[0].strip().equalsIgnoreCase("application/x-www-form-urlencoded")) {
      throw new OAuthError("invalid_request", "The body must be a form.");
    }
    return parse(new String(request.body(), UTF_8));
  }

  static Parameters parse(String encoded) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : encoded == null || encoded.isEmpty() ? new String[0] : encoded.split("&")) {
      String[] parts = pair.split("=", 2);
      String name = decode(parts[0]);
      if (values.put(name, parts.length == 2 ? decode(parts[1]) : "") != null) {
        throw new OAuthError("invalid_request", "A parameter stands twice.");
      }
    }
    return new Parameters(values);
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  String get(String name) {
    return find(name).orElseThrow(() -> new OAuthError("invalid_request", name + " is missing."));
  }

  static String encode(Map<String, String> values) {
    return values.entrySet().stream()
        .map(
            e ->
                URLEncoder.encode(e.getKey(), UTF_8) + "=" + URLEncoder.encode(e.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, UTF_8);
    } catch (IllegalArgumentException e) {
      throw new OAuthError("invalid_request", "A parameter is not percent-encoded.");
    }
  }
}
