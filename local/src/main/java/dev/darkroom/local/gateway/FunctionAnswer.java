package dev.darkroom.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.http.Reply;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads what a function returned: an answer in payload format 2.0, or, without a {@code
 * statusCode}, the body of a 200 in JSON.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html#http-api-develop-integrations-lambda.v2">Response
 *     format 2.0</a>
 */
final class FunctionAnswer {
  /** The server's own business. */
  private static final Set<String> DROPPED =
      Set.of("connection", "content-length", "transfer-encoding");

  private FunctionAnswer() {}

  /**
   * @throws MalformedAnswer when a field has the wrong type, or a value cannot stand in HTTP
   */
  static Reply read(JsonNode answer) throws MalformedAnswer {
    if (!answer.has("statusCode")) {
      String body = answer.isTextual() ? answer.textValue() : answer.toString();
      return Reply.text(200, "application/json", body);
    }
    int status = status(answer.path("statusCode"));
    Map<String, String> headers = headers(answer.path("headers"));
    cookies(answer.path("cookies"), headers);
    byte[] body = status == 204 || status == 304 ? new byte[0] : body(answer);
    if (body.length > 0) {
      headers.putIfAbsent("content-type", "text/plain; charset=utf-8");
    }
    return new Reply(status, headers, body);
  }

  private static int status(JsonNode status) throws MalformedAnswer {
    if (!status.isInt() || status.intValue() < 200 || status.intValue() > 599) {
      throw new MalformedAnswer("statusCode is " + status + ", not 200 to 599.");
    }
    return status.intValue();
  }

  private static Map<String, String> headers(JsonNode fields) throws MalformedAnswer {
    if (!isAbsent(fields) && !fields.isObject()) {
      throw new MalformedAnswer("headers is not an object.");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      String name = field.getKey().toLowerCase(Locale.ROOT);
      if (!name.matches("[!#$%&'*+.^_`|~0-9a-z-]+")) {
        throw new MalformedAnswer("There is no header field " + name + ".");
      }
      if (!field.getValue().isNull() && !DROPPED.contains(name)) {
        headers.put(name, value(field.getValue(), name));
      }
    }
    return headers;
  }

  /** The server's answers hold one value a header: two cookies are refused, not joined. */
  private static void cookies(JsonNode cookies, Map<String, String> headers)
      throws MalformedAnswer {
    if (!isAbsent(cookies) && !cookies.isArray()) {
      throw new MalformedAnswer("cookies is not an array.");
    }
    if (cookies.size() + (headers.containsKey("set-cookie") ? 1 : 0) > 1) {
      throw new MalformedAnswer("More than one cookie in an answer is not supported locally.");
    }
    if (cookies.size() == 1) {
      headers.put("set-cookie", value(cookies.get(0), "set-cookie"));
    }
  }

  private static String value(JsonNode value, String name) throws MalformedAnswer {
    // A line break would let a value begin another header.
    if (!value.isValueNode() || value.asText().chars().anyMatch(Character::isISOControl)) {
      throw new MalformedAnswer("The header " + name + " has a value that is not plain text.");
    }
    return value.asText();
  }

  private static byte[] body(JsonNode answer) throws MalformedAnswer {
    JsonNode body = answer.path("body");
    if (isAbsent(body)) {
      return new byte[0];
    }
    if (!body.isTextual()) {
      throw new MalformedAnswer("body is not a string.");
    }
    if (!answer.path("isBase64Encoded").asBoolean()) {
      return body.textValue().getBytes(UTF_8);
    }
    try {
      return Base64.getDecoder().decode(body.textValue());
    } catch (IllegalArgumentException e) {
      throw new MalformedAnswer("body is not Base64.");
    }
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }
}
