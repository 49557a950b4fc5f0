package dev.darkroom.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.http.Request;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/**
 * A request's body in an event: text for text, JSON, XML and JavaScript, Base64 for all else. That
 * is what API Gateway was seen to do; its pages say only that binary bodies are encoded. A form and
 * a body without a content type are among the encoded.
 */
final class RequestBody {
  private static final Set<String> TEXT =
      Set.of("application/json", "application/xml", "application/javascript");

  private RequestBody() {}

  static void write(Request request, ObjectNode event) {
    boolean encoded = request.body().length > 0 && !isText(request);
    if (request.body().length > 0) {
      event.put(
          "body",
          encoded
              ? Base64.getEncoder().encodeToString(request.body())
              : new String(request.body(), UTF_8));
    }
    event.put("isBase64Encoded", encoded);
  }

  private static boolean isText(Request request) {
    String type =
        request.header("content-type").orElse("").split(";")[0].strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/") || TEXT.contains(type);
  }
}
