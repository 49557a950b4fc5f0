package dev.darkroom.api;

import java.util.Set;

/** The path exists, for other methods. */
final class MethodNotAllowed extends RuntimeException {
  private final String allowed;

  MethodNotAllowed(Set<String> allowed) {
    super("This path answers " + String.join(", ", allowed) + " alone.");
    this.allowed = String.join(", ", allowed);
  }

  /** What the {@code Allow} header says. */
  String allowed() {
    return allowed;
  }
}
