package dev.darkroom.steps;

import dev.darkroom.core.JobError;
import dev.darkroom.imaging.UnreadableImage;

/**
 * The uploaded file cannot be processed; a business outcome, not a failure. The state machine
 * catches it by this class's name and hands {@link #getMessage()} on to Persist, so the message
 * carries both parts: {@code CODE: detail}.
 */
public final class InvalidImage extends RuntimeException {
  private static final String SEPARATOR = ": ";

  /**
   * @param code for programs, in capitals: {@code TRUNCATED}
   * @param detail for the uploader: what is wrong and what to do
   */
  public InvalidImage(String code, String detail) {
    super(code + SEPARATOR + detail);
  }

  /** What the imaging code refuses, in the terms of the state machine. */
  static InvalidImage of(UnreadableImage refusal) {
    return new InvalidImage(refusal.code().name(), refusal.detail());
  }

  /** Reads a message of this class back into its parts. */
  static JobError parse(String message) {
    int end = message.indexOf(SEPARATOR);
    if (end < 0) {
      throw new IllegalArgumentException("Not the message of an InvalidImage: " + message);
    }
    return new JobError(message.substring(0, end), message.substring(end + SEPARATOR.length()));
  }
}
