package dev.darkroom.api.http;

import java.util.Map;
import java.util.Set;

/** The path exists, for other methods. */
final class MethodNotAllowed extends Refusal {
  private final String allowed;

  MethodNotAllowed(Set<String> allowed) {
    super(
        405,
        "method-not-allowed",
        "Method not allowed",
        "This path answers " + String.join(", ", allowed) + " alone.");
    this.allowed = String.join(", ", allowed);
  }

  @Override
  protected Map<String, String> headers() {
    return Map.of("allow", allowed);
  }
}
