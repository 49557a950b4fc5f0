package dev.darkroom.local.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A token that the authorizer accepted, as functions see it.
 *
 * @param claims the payload
 * @param scopes the token's scopes; empty when the route asks for none
 */
record VerifiedToken(Map<String, Object> claims, Optional<List<String>> scopes) {

  /**
   * The event's {@code authorizer} object. Every claim is a string: an array {@code [a b]}, an
   * object its JSON; a null claim is left out.
   */
  ObjectNode toJson() {
    ObjectNode authorizer = JsonNodeFactory.instance.objectNode();
    ObjectNode jwt = authorizer.putObject("jwt");
    ObjectNode rendered = jwt.putObject("claims");
    claims.forEach(
        (name, value) -> {
          if (value != null) {
            rendered.put(name, render(value));
          }
        });
    scopes.ifPresentOrElse(
        found -> found.forEach(jwt.putArray("scopes")::add), () -> jwt.putNull("scopes"));
    return authorizer;
  }

  private static String render(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> object =
          map.entrySet().stream()
              .filter(entry -> entry.getValue() != null)
              .collect(Collectors.toMap(e -> String.valueOf(e.getKey()), Map.Entry::getValue));
      return JSONObjectUtils.toJSONString(object);
    }
    return String.valueOf(value);
  }
}
