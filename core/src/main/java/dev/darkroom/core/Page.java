package dev.darkroom.core;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param items in the list's order; may be fewer than asked for, or none, even before the end
 * @param next the place where the next page begins; empty after the last page
 */
public record Page<T>(List<T> items, Optional<String> next) {
  public Page {
    items = List.copyOf(items);
  }
}
