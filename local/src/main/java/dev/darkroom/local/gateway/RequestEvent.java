package dev.darkroom.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.http.Request;
import java.net.URLDecoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The event that a function gets for a request: payload format 2.0. What is empty is left out, as
 * API Gateway does. {@code rawPath} is decoded, in spite of its name; {@code rawQueryString} is
 * not.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">Lambda
 *     proxy integrations for HTTP APIs</a>
 */
record RequestEvent(
    String apiId,
    String account,
    Map<String, String> stageVariables,
    String requestId,
    Instant at) {
  private static final DateTimeFormatter COMMON_LOG =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  // The server listens on the loopback address only.
  private static final String SOURCE_IP = "127.0.0.1";

  ObjectNode of(Request request, RouteTable.Match match, Optional<VerifiedToken> token) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "2.0");
    event.put("routeKey", match.route().key());
    event.put("rawPath", path(request));
    String query = Optional.ofNullable(request.uri().getRawQuery()).orElse("");
    event.put("rawQueryString", query);
    List<String> cookies = cookies(request);
    if (!cookies.isEmpty()) {
      cookies.forEach(event.putArray("cookies")::add);
    }
    put(event, "headers", headers(request));
    put(event, "queryStringParameters", parameters(query));
    event.set("requestContext", context(request, match.route(), token));
    put(event, "pathParameters", match.pathParameters());
    put(event, "stageVariables", stageVariables);
    RequestBody.write(request, event);
    return event;
  }

  private ObjectNode context(Request request, Route route, Optional<VerifiedToken> token) {
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    context.put("accountId", account);
    context.put("apiId", apiId);
    token.ifPresent(verified -> context.set("authorizer", verified.toJson()));
    String domain = host(request).replaceFirst(":\\d+$", "");
    context.put("domainName", domain);
    context.put("domainPrefix", domain.split("\\.", 2)[0]);
    context
        .putObject("http")
        .put("method", request.method())
        .put("path", path(request))
        .put("protocol", "HTTP/1.1")
        .put("sourceIp", SOURCE_IP)
        .put("userAgent", request.header("user-agent").orElse(""));
    context.put("requestId", requestId);
    context.put("routeKey", route.key());
    context.put("stage", Route.DEFAULT);
    context.put("time", COMMON_LOG.format(at));
    context.put("timeEpoch", at.toEpochMilli());
    return context;
  }

  private static String path(Request request) {
    return PercentEncoding.decode(request.uri().getRawPath());
  }

  private static String host(Request request) {
    return request.header("host").orElse("127.0.0.1");
  }

  private static List<String> cookies(Request request) {
    return request.headerValues("cookie").stream()
        .flatMap(header -> Arrays.stream(header.split(";")))
        .map(String::strip)
        .filter(cookie -> !cookie.isEmpty())
        .toList();
  }

  private Map<String, String> headers(Request request) {
    Map<String, String> headers = new TreeMap<>();
    request
        .headers()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    headers.remove("cookie");
    headers.merge("x-forwarded-for", SOURCE_IP, (sent, ip) -> sent + ", " + ip);
    String host = host(request);
    headers.put("x-forwarded-port", host.matches(".*:\\d+") ? host.replaceFirst(".*:", "") : "80");
    headers.put("x-forwarded-proto", "http");
    headers.computeIfAbsent("x-amzn-trace-id", name -> traceId());
    return headers;
  }

  private String traceId() {
    String random = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    return "Root=1-%08x-%s".formatted(at.getEpochSecond(), random);
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      String[] parts = pair.split("=", 2);
      String name = URLDecoder.decode(parts[0], UTF_8);
      if (!name.isEmpty()) {
        String value = parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "";
        parameters.merge(name, value, (first, next) -> first + "," + next);
      }
    }
    return parameters;
  }

  private static void put(ObjectNode event, String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      values.forEach(event.putObject(name)::put);
    }
  }
}
