package dev.darkroom.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/**
 * One HTTP answer.
 *
 * @param status the status code, 200–599
 * @param headers header fields, one value each
 * @param body the body's bytes, empty for none
 */
public record Reply(int status, Map<String, String> headers, byte[] body) {

  /** An answer with a text body in UTF-8. */
  public static Reply text(int status, String contentType, String body) {
    return new Reply(status, Map.of("content-type", contentType), body.getBytes(UTF_8));
  }

  /** An answer without a body. */
  public static Reply empty(int status) {
    return new Reply(status, Map.of(), new byte[0]);
  }
}
