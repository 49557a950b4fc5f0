package dev.darkroom.local.http;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One HTTP request, its body read whole.
 *
 * @param method the verb, in capitals
 * @param uri the path and query as sent, still percent-encoded
 * @param headers the header fields; names compare without case
 * @param body the body's bytes, empty when there is none
 */
public record Request(String method, URI uri, Headers headers, byte[] body) {

  /** The first value of a header field. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name));
  }

  /** Every value of a header field, in the order sent. */
  public List<String> headerValues(String name) {
    return headers.getOrDefault(name, List.of());
  }
}
