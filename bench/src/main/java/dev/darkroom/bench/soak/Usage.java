package dev.darkroom.bench.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process has, as the kernel says.
 *
 * @param residentMegabytes memory that is resident, in units of 10^6 bytes
 * @param threads of all kinds: Java's own, the collector's, the compilers'
 * @param files open file descriptors, with sockets and pipes
 */
record Usage(double residentMegabytes, double threads, double files) {
  private static final Path PROC = Path.of("/proc");

  /**
   * @throws IOException when the system has no /proc, or the process has ended
   */
  static Usage of(long pid) throws IOException {
    Path process = PROC.resolve("" + pid);
    if (!Files.isDirectory(PROC.resolve("self"))) {
      throw new IOException("bench soak needs Linux: it reads memory and files from /proc.");
    }
    if (!Files.isDirectory(process)) {
      throw new IOException("The process " + pid + " has ended.");
    }
    List<String> status = Files.readAllLines(process.resolve("status"));
    try (Stream<Path> files = Files.list(process.resolve("fd"))) {
      return of(status, files.count());
    }
  }

  static Usage of(List<String> status, long files) {
    return new Usage(number(status, "VmRSS:") * 1024 / 1e6, number(status, "Threads:"), files);
  }

  private static double number(List<String> status, String name) {
    String line = status.stream().filter(text -> text.startsWith(name)).findFirst().orElseThrow();
    return Double.parseDouble(line.substring(name.length()).replace("kB", "").strip());
  }
}
