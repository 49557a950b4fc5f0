package dev.darkroom.bench.ways;

import java.io.IOException;

/** A way cannot make renditions of a file. The message says why, as the way itself does. */
public final class CannotMake extends IOException {
  private static final long serialVersionUID = 1;

  CannotMake(String message) {
    super(message);
  }
}
