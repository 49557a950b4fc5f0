package dev.darkroom.client.signin;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Shows a page to the user. */
@FunctionalInterface
public interface Browser {
  /**
   * Tries to open a page.
   *
   * @return whether something took it; a person is told the URL in any case
   */
  boolean open(URI page) throws InterruptedException;

  /** No browser: the user goes to the URL alone. */
  static Browser none() {
    return page -> false;
  }

  /** The desktop's own, by {@code open} on macOS and {@code xdg-open} elsewhere. */
  static Browser desktop() {
    boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    return command(mac ? "open" : "xdg-open");
  }

  /**
   * A program that takes the URL as its argument. One that is still busy after 5 seconds took it.
   */
  static Browser command(String program) {
    return page -> {
      try {
        Process process =
            new ProcessBuilder(program, page.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return !process.waitFor(5, TimeUnit.SECONDS) || process.exitValue() == 0;
      } catch (IOException e) {
        return false; // There is no such program.
      }
    };
  }
}
