package dev.darkroom.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import dev.darkroom.local.http.Request;
import java.net.URI;

/** Requests as a server reads them. */
final class Requests {
  private Requests() {}

  static Request get(String uri, String... headers) {
    return of("GET", uri, "", headers);
  }

  static Request of(String method, String uri, String body, String... headers) {
    Headers fields = new Headers();
    for (int i = 0; i < headers.length; i += 2) {
      fields.add(headers[i], headers[i + 1]);
    }
    return new Request(method, URI.create(uri), fields, body.getBytes(UTF_8));
  }
}
