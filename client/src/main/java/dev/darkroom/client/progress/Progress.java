package dev.darkroom.client.progress;

/** Tells a person how far a run is. Every method may be called by any thread. */
public interface Progress extends AutoCloseable {
  /** How much there is to do. */
  void expect(int files, long bytes);

  /** A file that begins to be sent. */
  Transfer begin(String name, long bytes);

  /** A file that need not be sent. */
  void skip(String name, long bytes);

  /** A file whose outcome is known. */
  void settle();

  /** Says something, beside the figures. */
  void say(String text);

  @Override
  void close();

  /** One file that is being sent. */
  interface Transfer {
    /** So many bytes more have gone. */
    void advance(long bytes);

    /** It is sent from its first byte again. */
    void restart();

    /** It arrived, or did not. */
    void end(boolean arrived);
  }
}
