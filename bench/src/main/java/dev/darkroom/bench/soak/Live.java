package dev.darkroom.bench.soak;

import dev.darkroom.bench.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM holds, as jcmd says.
 *
 * @param heapMegabytes the heap in use just after a full collection, in units of 10^6 bytes
 * @param nonHeapMegabytes classes (metaspace) and compiled code
 */
record Live(double heapMegabytes, double nonHeapMegabytes) {
  private static final List<String> COMMANDS =
      List.of("GC.run", "GC.heap_info", "Compiler.codecache");
  private static final Pattern HEAP = Pattern.compile("heap +total \\d+K, used (\\d+)K");
  private static final Pattern METASPACE = Pattern.compile("Metaspace +used (\\d+)K");
  private static final Pattern CODE = Pattern.compile("size=\\d+Kb used=(\\d+)Kb");

  /**
   * Collects garbage in full, which stops the JVM for a moment, and asks at once.
   *
   * @throws IOException when this Java has no jcmd, or jcmd another format
   */
  static Live of(long pid) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Path commands = Files.createTempFile("darkroom-jcmd", ".txt");
    try {
      Files.write(commands, COMMANDS);
      return parse(
          Tool.run(
              commands.getParent(), List.of(jcmd.toString(), "" + pid, "-f", commands.toString())));
    } finally {
      Files.delete(commands);
    }
  }

  static Live parse(String output) throws IOException {
    return new Live(sum(output, HEAP), sum(output, METASPACE) + sum(output, CODE));
  }

  private static double sum(String output, Pattern kibibytes) throws IOException {
    Matcher matcher = kibibytes.matcher(output);
    double sum = 0;
    while (matcher.find()) {
      sum += Long.parseLong(matcher.group(1)) * 1024 / 1e6;
    }
    if (sum == 0) {
      throw new IOException("jcmd did not answer as expected: " + output);
    }
    return sum;
  }
}
