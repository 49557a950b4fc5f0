package dev.darkroom.local.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/** One page of a listing by ARN; the token names the last ARN shown, so deletions do no harm. */
record Page<T>(List<T> items, Optional<String> nextToken) {
  static final int SIZE = 100;

  static <T> Page<T> of(NavigableMap<String, T> all, Optional<String> token) {
    NavigableMap<String, T> rest =
        token.isPresent() ? all.tailMap(decoded(token.get()), false) : all;
    List<String> arns = rest.keySet().stream().limit(SIZE + 1L).toList();
    boolean more = arns.size() > SIZE;
    NavigableMap<String, T> shown = more ? rest.headMap(arns.get(SIZE), false) : rest;
    return new Page<>(
        List.copyOf(shown.values()),
        more ? Optional.of(encoded(arns.get(SIZE - 1))) : Optional.empty());
  }

  private static String encoded(String arn) {
    return Base64.getUrlEncoder().encodeToString(arn.getBytes(UTF_8));
  }

  private static String decoded(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), UTF_8);
    } catch (IllegalArgumentException e) {
      throw Errors.invalid("NextToken");
    }
  }
}
