package dev.darkroom.local.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.http.Request;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request of the AWS Query protocol: flat parameters in the query and the form, lists and maps
 * numbered by {@code .member.N} and {@code .entry.N}.
 *
 * @param signed whether the request brings an AWS signature; it is not verified
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">AWS Query</a>
 */
record QueryRequest(Map<String, String> parameters, boolean signed) {
  private static final Pattern ITEM = Pattern.compile("(\\d{1,6})\\.(.+)");

  static QueryRequest of(Request request) {
    Map<String, String> parameters = new HashMap<>();
    String query = request.uri().getRawQuery();
    read(query == null ? "" : query, parameters);
    read(new String(request.body(), UTF_8), parameters);
    boolean signed =
        request.header("authorization").filter(value -> value.startsWith("AWS4-")).isPresent();
    return new QueryRequest(Map.copyOf(parameters), signed);
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  String required(String name) {
    return optional(name)
        .orElseThrow(() -> Errors.invalid(name + " Reason: no value for required parameter"));
  }

  boolean flag(String name) {
    return optional(name).filter(value -> value.equalsIgnoreCase("true")).isPresent();
  }

  /** The items of a list, as {@code PublishBatchRequestEntries.member}, in order. */
  List<QueryRequest> list(String prefix) {
    Map<Integer, Map<String, String>> items = new TreeMap<>();
    parameters.forEach(
        (name, value) -> {
          if (name.startsWith(prefix + ".")) {
            Matcher item = ITEM.matcher(name.substring(prefix.length() + 1));
            if (item.matches()) {
              items
                  .computeIfAbsent(Integer.valueOf(item.group(1)), n -> new HashMap<>())
                  .put(item.group(2), value);
            }
          }
        });
    return items.values().stream().map(item -> new QueryRequest(item, signed)).toList();
  }

  /** A map of strings, as {@code Attributes}. */
  Map<String, String> map(String name) {
    Map<String, String> map = new HashMap<>();
    for (QueryRequest entry : list(name + ".entry")) {
      map.put(entry.required("key"), entry.optional("value").orElse(""));
    }
    return map;
  }

  private static void read(String form, Map<String, String> into) {
    for (String pair : form.split("&")) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      into.put(decoded(name), decoded(value));
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw AwsError.badRequest("MalformedQueryString", "A parameter is not percent-encoded.");
    }
  }
}
