package dev.darkroom.bench.photos;

import dev.darkroom.bench.Folders;
import dev.darkroom.bench.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Fetches a Debian package, without installing it. */
public final class DebianPackage {
  private DebianPackage() {}

  /**
   * The folder with what the package holds, fetched now if it was not before.
   *
   * @throws IOException when that cannot be done; the message names the program that failed
   */
  public static Path unpacked(String name, Folders folders) throws IOException {
    Path target = folders.peers("packages").resolve(name);
    if (!Files.isDirectory(target)) {
      Path downloads = folders.peers("packages/downloads");
      Tool.run(downloads, List.of("apt-get", "download", name));
      Path part = folders.peers("packages/" + name + ".part");
      Tool.run(downloads, List.of("dpkg-deb", "-x", downloaded(name, downloads), part.toString()));
      Files.move(part, target);
    }
    return target;
  }

  private static String downloaded(String name, Path downloads) throws IOException {
    try (Stream<Path> files = Files.list(downloads)) {
      return files
          .map(Path::toString)
          .filter(file -> file.startsWith(downloads.resolve(name + "_").toString()))
          .findFirst()
          .orElseThrow(() -> new IOException("apt-get left no file of " + name));
    }
  }
}
