package dev.darkroom.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.client.photos.Checksum;
import java.net.URI;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Where the client keeps files between runs.
 *
 * @param environment the process's environment
 * @param home the user's home folder
 * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base
 *     directories</a>
 */
record Places(Map<String, String> environment, Path home) {
  private static final int NAME_BYTES = 8;

  /** Tokens: {@code $XDG_CONFIG_HOME/darkroom/tokens.json}, in {@code ~/.config} by default. */
  Path tokens() {
    return folder("XDG_CONFIG_HOME", ".config").resolve("tokens.json");
  }

  /**
   * The journal of a target: {@code $XDG_STATE_HOME/darkroom/upload-….jsonl}, in {@code
   * ~/.local/state} by default.
   */
  Path journal(URI api, Optional<String> albumId) {
    byte[] target = (api + "\n" + albumId.orElse("")).getBytes(UTF_8);
    String name =
        HexFormat.of().formatHex(Checksum.sha256().digest(target)).substring(0, 2 * NAME_BYTES);
    return folder("XDG_STATE_HOME", ".local/state").resolve("upload-" + name + ".jsonl");
  }

  /** A relative path in the variable is no folder, as the specification says. */
  private Path folder(String variable, String otherwise) {
    String named = environment.getOrDefault(variable, "");
    Path base = Path.of(named).isAbsolute() ? Path.of(named) : home.resolve(otherwise);
    return base.resolve("darkroom");
  }
}
