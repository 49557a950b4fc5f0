package dev.darkroom.client.journal;

import java.io.IOException;
import java.nio.file.Path;

/** Another run has the journal: two would send everything twice. */
public final class JournalInUse extends IOException {
  private static final long serialVersionUID = 1;

  JournalInUse(Path file) {
    super("Another upload is running with " + file + ". Wait for it, or name another --state.");
  }
}
