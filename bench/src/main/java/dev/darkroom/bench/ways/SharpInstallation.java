package dev.darkroom.bench.ways;

import dev.darkroom.bench.Folders;
import dev.darkroom.bench.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** sharp in the folder of the peers, the newest that npm finds. */
final class SharpInstallation {
  private static final String SCRIPT = "sharp-worker.cjs";

  private final Path folder;

  private SharpInstallation(Path folder) {
    this.folder = folder;
  }

  /**
   * Installs or renews it. Without a network, one that was installed before will do.
   *
   * @throws IOException when there is no npm, or nothing to install
   */
  static SharpInstallation of(Folders folders) throws IOException {
    Path folder = folders.peers("sharp");
    try {
      Tool.run(
          folder,
          List.of("npm", "install", "--prefix", ".", "--no-audit", "--no-fund", "sharp@latest"));
    } catch (IOException e) {
      if (!Files.isDirectory(folder.resolve("node_modules/sharp"))) {
        throw e;
      }
    }
    try (InputStream script =
        SharpInstallation.class.getResourceAsStream("/dev/darkroom/bench/" + SCRIPT)) {
      Files.copy(script, folder.resolve(SCRIPT), StandardCopyOption.REPLACE_EXISTING);
    }
    return new SharpInstallation(folder);
  }

  List<String> command(Way way) {
    return List.of("node", folder.resolve(SCRIPT).toString(), way.name());
  }
}
