package dev.darkroom.local.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * One line on a terminal that tells how far a photo is; silent where the launcher says that there
 * is none.
 */
final class ProgressLine implements AutoCloseable {
  private final PrintStream terminal;
  private final boolean visible = Boolean.getBoolean("darkroom.terminal");
  private final String photo;
  private final long start = System.nanoTime();
  private int width;

  ProgressLine(PrintStream terminal, String photo) {
    this.terminal = terminal;
    this.photo = photo;
  }

  /** Shows where the photo is now. */
  void show(String status, String step) {
    String line =
        String.format(
            Locale.ROOT,
            "%s  %s  %s  %.1f s",
            photo,
            status,
            step.isEmpty() ? "" : "after " + step,
            seconds());
    print(line);
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Override
  public void close() {
    print("");
  }

  private double seconds() {
    return elapsed().toMillis() / 1000.0;
  }

  private void print(String line) {
    if (visible) {
      terminal.print("\r" + line + " ".repeat(Math.max(0, width - line.length())) + "\r" + line);
      terminal.flush();
      width = line.length();
    }
  }
}
