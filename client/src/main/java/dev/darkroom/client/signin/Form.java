package dev.darkroom.client.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Parameters as {@code application/x-www-form-urlencoded}, in a body or a query. */
final class Form {
  private Form() {}

  static String encode(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(
            field ->
                URLEncoder.encode(field.getKey(), UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Of a name that comes twice, the last is taken. */
  static Map<String, String> decode(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String field : (query == null ? "" : query).split("&")) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        parameters.put(
            URLDecoder.decode(field.substring(0, equals), UTF_8),
            URLDecoder.decode(field.substring(equals + 1), UTF_8));
      }
    }
    return parameters;
  }
}
