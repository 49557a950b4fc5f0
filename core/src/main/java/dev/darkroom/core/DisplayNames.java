package dev.darkroom.core;

import java.util.Map;
import java.util.Set;

/** Tells how users want to be called. */
@FunctionalInterface
public interface DisplayNames {
  /**
   * The names of some users, by {@code sub}; who gave none is left out.
   *
   * @param subs at most 100
   */
  Map<String, String> of(Set<String> subs);
}
