package dev.darkroom.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.core.Sha256;
import dev.darkroom.core.json.Json;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Names a state of what people may change: the same state has the same tag, whatever else of the
 * record moved on.
 *
 * @param value with quotes, as the headers {@code ETag} and {@code If-Match} carry it
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1">RFC 9110, If-Match</a>
 */
public record ETag(String value) {
  private static final ObjectMapper JSON = Json.mapper();
  private static final int BYTES = 12;

  /** The tag of a state, given by all that a PATCH can change; records, texts and nulls. */
  public static ETag of(Object... changeable) {
    try {
      String state = JSON.writeValueAsString(Arrays.asList(changeable));
      byte[] digest = Arrays.copyOf(Sha256.of(state.getBytes(UTF_8)), BYTES);
      return new ETag('"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + '"');
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A state cannot be written as JSON.", e);
    }
  }

  /**
   * Lets a request pass that was made from this state. {@code *} names none, and does not.
   *
   * @throws PreconditionRequired when the request has no {@code If-Match}
   * @throws PreconditionFailed when it names other states
   */
  public void check(Request request) {
    String sent = request.header("if-match").orElseThrow(PreconditionRequired::new);
    if (!List.of(sent.split("\\s*,\\s*")).contains(value)) {
      throw new PreconditionFailed();
    }
  }
}
