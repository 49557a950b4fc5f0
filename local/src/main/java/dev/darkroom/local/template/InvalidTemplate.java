package dev.darkroom.local.template;

/** The template is wrong, or a value given to it is: AWS would not deploy it either. */
public final class InvalidTemplate extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong, beginning with where
   */
  public InvalidTemplate(String message) {
    super(message);
  }

  /**
   * @param message what is wrong, beginning with where
   * @param cause what found it
   */
  public InvalidTemplate(String message, Throwable cause) {
    super(message, cause);
  }
}
