package dev.darkroom.local.rekognition;

import java.io.IOException;

/**
 * Reads the objects that requests name by {@code Image.S3Object}; called on many threads at once.
 */
@FunctionalInterface
public interface ObjectReader {
  /**
   * Reads one object whole.
   *
   * @param version the version's id, or null for the current one
   * @throws ObjectNotFound when there is no such bucket, key or version
   * @throws IOException when the store cannot be read
   */
  byte[] read(String bucket, String key, String version) throws ObjectNotFound, IOException;
}
