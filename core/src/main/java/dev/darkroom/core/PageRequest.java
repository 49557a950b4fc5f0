package dev.darkroom.core;

import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param limit the most items, 1 to 100
 * @param after {@link Page#next} of the page before; empty for the first
 */
public record PageRequest(int limit, Optional<String> after) {
  private static final int LARGEST = 100;

  public PageRequest {
    if (limit < 1 || limit > LARGEST) {
      throw new IllegalArgumentException("A page has 1 to " + LARGEST + " items, not " + limit);
    }
  }

  /** The first page. */
  public static PageRequest first(int limit) {
    return new PageRequest(limit, Optional.empty());
  }
}
