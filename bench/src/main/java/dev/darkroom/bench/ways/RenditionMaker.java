package dev.darkroom.bench.ways;

import java.io.IOException;
import java.util.List;

/** Makes the renditions of one file, on one thread. */
@FunctionalInterface
interface RenditionMaker {

  /**
   * Makes them.
   *
   * @return JPEG files in the order of {@link DefaultSizes#LONG_EDGES}
   */
  List<byte[]> make(byte[] file) throws IOException;
}
