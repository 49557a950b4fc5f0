package dev.darkroom.api.http;

import java.util.Map;

/**
 * A request that is not carried out, and why. Each subclass is one reason; the message is the
 * detail that the client reads, and says what to do.
 */
public abstract class Refusal extends RuntimeException {
  private final int status;
  private final String name;
  private final String title;

  /**
   * A reason.
   *
   * @param status the HTTP status of the answer
   * @param name the last part of the problem's type: {@code not-found}
   * @param title what went wrong in general
   * @param detail what is wrong with this request, and what to do
   */
  protected Refusal(int status, String name, String title, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.name = name;
    this.title = title;
  }

  /** The document that the client gets. */
  Problem problem() {
    return Problem.of(status, name, title, getMessage());
  }

  /** Headers of the answer, in lower case. */
  protected Map<String, String> headers() {
    return Map.of();
  }
}
