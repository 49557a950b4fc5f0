package dev.darkroom.local.events;

/** A rule that EventBridge would not take. */
public final class InvalidRule extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong, beginning with the rule where it is known
   */
  public InvalidRule(String message) {
    super(message);
  }
}
