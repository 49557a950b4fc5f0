package dev.darkroom.api.contract;

import io.vertx.core.buffer.Buffer;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatableRequest;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a client sent.
 *
 * @param path the path's parameters, decoded
 * @param query the query's parameters, decoded
 * @param headers names in lower case
 * @param body empty for none
 */
public record SentRequest(
    Map<String, String> path, Map<String, String> query, Map<String, String> headers, String body) {

  /** The same in the validator's terms. */
  ValidatableRequest validatable() {
    return new ValidatableRequest() {
      @Override
      public Map<String, RequestParameter> getPathParameters() {
        return parameters(path);
      }

      @Override
      public Map<String, RequestParameter> getQuery() {
        return parameters(query);
      }

      @Override
      public Map<String, RequestParameter> getHeaders() {
        Map<String, RequestParameter> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(parameters(headers));
        return anyCase;
      }

      @Override
      public Map<String, RequestParameter> getCookies() {
        return Map.of();
      }

      @Override
      public RequestParameter getBody() {
        return parameter(body.isEmpty() ? null : Buffer.buffer(body));
      }

      @Override
      public String getContentType() {
        return headers.get("content-type");
      }
    };
  }

  private static Map<String, RequestParameter> parameters(Map<String, String> values) {
    return values.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, value -> parameter(Dialect.parameter(value.getValue()))));
  }

  private static RequestParameter parameter(Object value) {
    return () -> value;
  }
}
