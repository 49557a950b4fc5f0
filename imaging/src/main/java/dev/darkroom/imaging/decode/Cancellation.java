package dev.darkroom.imaging.decode;

/** Tells a decode that nobody waits for it any more. */
public final class Cancellation {
  private volatile boolean requested;
  private Runnable stop = () -> {};

  /** Whether to stop. */
  public boolean requested() {
    return requested;
  }

  /**
   * What to do on a request, in the thread that requests it; at once when it has been made.
   *
   * @param action replaces the one before
   */
  synchronized void onRequest(Runnable action) {
    stop = action;
    if (requested) {
      action.run();
    }
  }

  synchronized void request() {
    requested = true;
    stop.run();
  }
}
