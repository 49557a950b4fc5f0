package dev.darkroom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/reliability.md claims is shown by the tests that it names. */
class ReliabilityPageTest {
  private static final Path PROJECT = Path.of("..");
  private static final Pattern NAMED =
      Pattern.compile("`(?<type>\\w+(?:Test|IT|Contract))\\.(?<method>\\w+)`");
  private static final int LEAST = 50;

  @Test
  void everyTestThatThePageNamesIsThere() throws IOException {
    Map<String, String> sources = sources();
    List<MatchResult> named = named();
    assertThat(named).hasSizeGreaterThan(LEAST);
    Set<String> missing = new TreeSet<>();
    for (MatchResult test : named) {
      String source = sources.getOrDefault(test.group(1), "");
      if (!source.contains(" void " + test.group(2) + "(")) {
        missing.add(test.group());
      }
    }
    assertThat(missing).isEmpty();
  }

  private static List<MatchResult> named() throws IOException {
    return NAMED
        .matcher(Files.readString(PROJECT.resolve("docs/reliability.md")))
        .results()
        .toList();
  }

  /** The sources of all modules' tests, by the names of their classes. */
  private static Map<String, String> sources() throws IOException {
    try (Stream<Path> modules = Files.list(PROJECT)) {
      return modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .flatMap(ReliabilityPageTest::files)
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  ReliabilityPageTest::text,
                  (one, other) -> one + other)); // Two modules may name a class alike.
    }
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
