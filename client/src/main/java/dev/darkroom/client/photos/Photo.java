package dev.darkroom.client.photos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * A file that can be sent, as it was when it was found.
 *
 * @param path where it is, as the user named it
 * @param contentType by its first bytes
 * @param bytes its size, 1 or more
 * @param modified when it was last written to
 */
public record Photo(Path path, String contentType, long bytes, FileTime modified) {

  /** The name without folders. */
  public String fileName() {
    return path.getFileName().toString();
  }

  /** Whether the file is not the one that was found any more. */
  public boolean hasChanged() {
    try {
      return Files.size(path) != bytes || !Files.getLastModifiedTime(path).equals(modified);
    } catch (IOException e) {
      return true; // It is gone.
    }
  }
}
