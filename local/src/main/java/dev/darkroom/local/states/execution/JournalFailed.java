package dev.darkroom.local.states.execution;

/** A fact of an execution could not be kept: the execution stands still until it is read again. */
public final class JournalFailed extends RuntimeException {
  public JournalFailed(String message, Exception cause) {
    super(message, cause);
  }
}
