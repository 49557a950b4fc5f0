package dev.darkroom.local.events;

/** A delivery fails in a way that no retry can mend: the event goes to the dead letters at once. */
public final class Undeliverable extends Exception {
  private static final long serialVersionUID = 1L;

  private final String errorCode;

  /**
   * @param errorCode one of EventBridge's, as {@code NO_RESOURCE}
   * @param message what is wrong, for a person
   */
  public Undeliverable(String errorCode, String message) {
    super(message);
    this.errorCode = errorCode;
  }

  public String errorCode() {
    return errorCode;
  }
}
