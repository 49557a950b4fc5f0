package dev.darkroom.local.states.execution;

/** A journal says what cannot have been written: it was changed, or its disk is not sound. */
public final class JournalDamaged extends RuntimeException {
  public JournalDamaged(String message) {
    super(message);
  }

  public JournalDamaged(String message, Exception cause) {
    super(message, cause);
  }
}
