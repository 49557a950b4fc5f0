package dev.darkroom.local.states.execution;

/** A fact of an execution comes after its service was closed: the next service goes on with it. */
public final class JournalClosed extends RuntimeException {
  public JournalClosed() {
    super("the journal is closed");
  }
}
