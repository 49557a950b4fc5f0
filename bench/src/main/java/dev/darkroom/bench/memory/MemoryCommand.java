package dev.darkroom.bench.memory;

import dev.darkroom.bench.Folders;
import dev.darkroom.bench.report.MachineFacts;
import dev.darkroom.bench.report.MarkdownTable;
import dev.darkroom.bench.ways.Peers;
import dev.darkroom.bench.ways.Way;
import dev.darkroom.bench.ways.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Measures the memory that the largest accepted picture of each format takes. */
@Command(
    name = "memory",
    description =
        "Makes renditions of the largest pictures, each in a JVM of its own, and writes"
            + " docs/benchmarks/memory.md.")
public final class MemoryCommand implements Callable<Integer> {
  private static final int NO_HEAP = 16;
  private static final int AMPLE_HEAP = 2048;
  private static final int STEP = 16;

  @Override
  public Integer call() throws IOException {
    Folders folders = Folders.ofProject();
    MarkdownTable table =
        MarkdownTable.ofFigures(
            List.of(
                "picture",
                "file, MB",
                "smallest heap, MiB",
                "peak with it, MiB",
                "peak with " + AMPLE_HEAP + " MiB of heap, MiB"));
    try (Peers peers = Peers.start(EnumSet.of(Way.SHARP), folders)) {
      for (LargePicture picture : LargePicture.values()) {
        List<String> row = row(picture, peers.workers().get(Way.SHARP), folders.peers("large"));
        System.err.println(String.join("  ", row));
        table.row(row);
      }
    }
    Path file = folders.results("memory.md");
    Files.writeString(
        file,
        String.join(
            "\n",
            "# Memory of the largest pictures",
            "",
            "<!-- Written by the benchmark; the next run overwrites it. -->",
            "",
            "Decode and three renditions (1280, 480, 160 px) of a picture of 50 megapixels, or of"
                + " 25 MiB where that is less. [README.md](README.md) tells what is measured.",
            "",
            "- " + MachineFacts.line(),
            "- `./darkroom bench memory`",
            "",
            table.toString()));
    System.out.println(file);
    return 0;
  }

  private static List<String> row(LargePicture picture, Worker sharp, Path folder) {
    try {
      Path file = picture.file(folder, sharp);
      String size = String.format(Locale.ROOT, "%.1f", Files.size(file) / 1e6);
      boolean pureJava = picture.pureJava();
      Attempt ample = Attempt.of(file, AMPLE_HEAP, pureJava);
      if (!ample.passed()) {
        String why = ample.refused() ? "refused: " + ample.output() : "not enough";
        return List.of(picture.title(), size, "–", "–", why);
      }
      Map<Integer, Attempt> attempts = new HashMap<>(Map.of(AMPLE_HEAP, ample));
      int heap =
          Bisection.smallest(
              NO_HEAP,
              AMPLE_HEAP,
              STEP,
              mebibytes -> {
                attempts.put(mebibytes, Attempt.of(file, mebibytes, pureJava));
                return attempts.get(mebibytes).passed();
              });
      return List.of(
          picture.title(),
          size,
          Integer.toString(heap),
          Long.toString(attempts.get(heap).peakMebibytes()),
          Long.toString(ample.peakMebibytes()));
    } catch (IOException e) {
      return List.of(picture.title(), "–", "–", "–", "not measured: " + e.getMessage());
    }
  }
}
