package dev.darkroom.bench.memory;

import dev.darkroom.bench.ways.DefaultSizes;
import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.Picture;
import dev.darkroom.imaging.PictureDecoder;
import dev.darkroom.imaging.Renditions;
import dev.darkroom.imaging.UnreadableImage;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the renditions of one file in a JVM of its own, and tells the peak of its memory. What the
 * file lacks to the largest upload is taken from the heap as well.
 */
public final class DecodeOnce {
  /** The exit code for a file that is refused. */
  static final int REFUSED = 3;

  /** The default limit on uploads. */
  private static final int MOST_BYTES = 25 << 20;

  private DecodeOnce() {}

  public static void main(String[] arguments) throws IOException {
    byte[] file = Files.readAllBytes(Path.of(arguments[0]));
    byte[] rest = new byte[Math.max(0, MOST_BYTES - file.length)];
    try {
      Picture picture =
          PictureDecoder.decode(
              file,
              DecodeLimits.ofPixels(LargePicture.MOST_PIXELS),
              original -> Renditions.enough(original, DefaultSizes.SPECS));
      Renditions.make(picture, DefaultSizes.SPECS);
      System.out.println(peakKibibytes());
    } catch (UnreadableImage e) {
      System.out.println(e.getMessage());
      System.exit(REFUSED);
    } finally {
      Reference.reachabilityFence(rest);
    }
  }

  /** The most that was resident at once: heap, native memory, and the JVM itself. */
  private static long peakKibibytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }
}
