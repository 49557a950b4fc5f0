package dev.darkroom.local.states;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.http.AwsError;
import java.util.Base64;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a listing. Its token names the last element given, so that pages stay in step while
 * elements come and go.
 *
 * @param size 1 to 1000
 * @param after the number of the last element of the page before, empty for the first page
 */
record Page(int size, Optional<Long> after) {
  private static final int DEFAULT_SIZE = 100;
  private static final int LARGEST = 1000;

  static Page of(JsonNode request) {
    int size = request.path("maxResults").asInt();
    if (size < 0 || size > LARGEST) {
      throw AwsError.badRequest(
          "ValidationException", "'maxResults' must be between 0 and " + LARGEST + ".");
    }
    Optional<Long> after = Requests.optionalText(request, "nextToken").map(Page::number);
    return new Page(size == 0 ? DEFAULT_SIZE : size, after);
  }

  /**
   * The answer with this page's elements.
   *
   * @param name the answer's field
   * @param elements all there are, by number, in the order of the listing
   */
  <T> ObjectNode answer(String name, NavigableMap<Long, T> elements, Function<T, ObjectNode> view) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode array = answer.putArray(name);
    NavigableMap<Long, T> rest = after.isEmpty() ? elements : elements.tailMap(after.get(), false);
    Iterator<Map.Entry<Long, T>> remaining = rest.entrySet().iterator();
    Long last = null;
    while (remaining.hasNext() && array.size() < size) {
      Map.Entry<Long, T> element = remaining.next();
      array.add(view.apply(element.getValue()));
      last = element.getKey();
    }
    return remaining.hasNext() ? answer.put("nextToken", token(last)) : answer;
  }

  private static String token(Long number) {
    return Base64.getUrlEncoder().encodeToString(number.toString().getBytes(UTF_8));
  }

  private static Long number(String token) {
    try {
      return Long.valueOf(new String(Base64.getUrlDecoder().decode(token), UTF_8));
    } catch (IllegalArgumentException e) {
      throw AwsError.badRequest("InvalidToken", "Invalid Token: '" + token + "'");
    }
  }
}
