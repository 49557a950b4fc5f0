package dev.darkroom.local.template;

/** The template may deploy to AWS, but asks for something that the local run does not have. */
public final class UnsupportedTemplate extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is not supported, beginning with where
   */
  public UnsupportedTemplate(String message) {
    super(message);
  }
}
