package dev.darkroom.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.darkroom.api.contract.SentRequest;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The request that an event of API Gateway tells of. */
final class SentEvent {
  private SentEvent() {}

  /** Tests leave the content type out; the functions do not look at it. */
  static SentRequest of(APIGatewayV2HTTPEvent event) {
    Map<String, String> headers = new TreeMap<>(Map.of("content-type", "application/json"));
    orNone(event.getHeaders())
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return new SentRequest(
        orNone(event.getPathParameters()),
        orNone(event.getQueryStringParameters()),
        headers,
        body(event));
  }

  private static String body(APIGatewayV2HTTPEvent event) {
    String body = Objects.requireNonNullElse(event.getBody(), "");
    return event.getIsBase64Encoded() ? new String(Base64.getDecoder().decode(body), UTF_8) : body;
  }

  private static Map<String, String> orNone(Map<String, String> map) {
    return Objects.requireNonNullElse(map, Map.of());
  }
}
