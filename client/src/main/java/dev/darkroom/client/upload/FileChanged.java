package dev.darkroom.client.upload;

import java.io.IOException;

/** A file is not the one that was announced any more. */
final class FileChanged extends IOException {
  private static final long serialVersionUID = 1;

  FileChanged() {
    super("The file changed while it was sent. Run the command again when it is finished.");
  }
}
