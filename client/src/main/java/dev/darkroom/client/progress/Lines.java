package dev.darkroom.client.progress;

import java.io.PrintStream;

/** A line for each file that was sent: for logs, and wherever there is no terminal. */
public final class Lines implements Progress {
  private final PrintStream out;

  /** Lines to a stream. */
  public Lines(PrintStream out) {
    this.out = out;
  }

  @Override
  public void expect(int files, long bytes) {
    out.printf("%d %s, %s%n", files, files == 1 ? "file" : "files", Figures.bytes(bytes));
  }

  @Override
  public Transfer begin(String name, long bytes) {
    return new Transfer() {
      @Override
      public void advance(long more) {}

      @Override
      public void restart() {}

      @Override
      public void end(boolean arrived) {
        String what = arrived ? "sent" : "not sent";
        out.printf("%s  %s  %s%n", Figures.plain(name), what, Figures.bytes(bytes));
      }
    };
  }

  @Override
  public void skip(String name, long bytes) {
    out.printf("%s  sent before%n", Figures.plain(name));
  }

  @Override
  public void settle() {}

  @Override
  public void say(String text) {
    out.println(text);
  }

  @Override
  public void close() {}
}
