package dev.darkroom.bench.ways;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The CPU time, user and system, that the kernel has noted for a process so far, in nanoseconds.
 *
 * @param process of all its threads, also ended ones; exact to a tick of 10 ms
 * @param living of the threads that live, exact
 * @param compilers of those among them that compile for the JVM
 * @see <a href="https://docs.kernel.org/filesystems/proc.html">The /proc filesystem</a>
 */
record CpuAccount(long process, long living, long compilers) {
  private static final long NANOS_A_TICK = 10_000_000;

  static CpuAccount of(long pid) throws IOException {
    Path proc = Path.of("/proc", Long.toString(pid));
    long living = 0;
    long compilers = 0;
    try (Stream<Path> tasks = Files.list(proc.resolve("task"))) {
      for (Path task : (Iterable<Path>) tasks::iterator) {
        try {
          long nanos = Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ")[0]);
          living += nanos;
          compilers += compiles(task) ? nanos : 0;
        } catch (NoSuchFileException e) {
          // It has just ended.
        }
      }
    }
    return new CpuAccount(ticks(proc) * NANOS_A_TICK, living, compilers);
  }

  private static boolean compiles(Path task) throws IOException {
    String name = Files.readString(task.resolve("comm"));
    return name.startsWith("C1 Compiler") || name.startsWith("C2 Compiler");
  }

  /** Fields 14 and 15; the name, which stands before them in parentheses, may hold blanks. */
  private static long ticks(Path proc) throws IOException {
    String stat = Files.readString(proc.resolve("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }

  /**
   * The time spent since an earlier account, without that of the JVM's compilers.
   *
   * <p>When threads have ended in between, the ticks of the process count instead.
   */
  long since(CpuAccount earlier) {
    long exact = living - earlier.living;
    long coarse = process - earlier.process;
    long spent = Math.abs(exact - coarse) <= 2 * NANOS_A_TICK ? exact : coarse;
    return spent - (compilers - earlier.compilers);
  }
}
