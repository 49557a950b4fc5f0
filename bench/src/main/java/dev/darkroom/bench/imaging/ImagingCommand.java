package dev.darkroom.bench.imaging;

import dev.darkroom.bench.Folders;
import dev.darkroom.bench.photos.Photo;
import dev.darkroom.bench.photos.PhotoSet;
import dev.darkroom.bench.ways.Peers;
import dev.darkroom.bench.ways.Way;
import dev.darkroom.bench.ways.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures CPU time, likeness and size of renditions, Darkroom's and its peers'. */
@Command(
    name = "imaging",
    description =
        "Makes renditions by Darkroom and by its peers, and writes docs/benchmarks/imaging.md and"
            + " imaging.svg.")
public final class ImagingCommand implements Callable<Integer> {
  @Option(
      names = "--photos",
      paramLabel = "DIR",
      description = "Take the pictures of this folder instead of those of Debian packages.")
  private Path photoFolder;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often each picture is timed (default: ${DEFAULT-VALUE}).")
  private int rounds = 5;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description = "How often each picture is made before that (default: ${DEFAULT-VALUE}).")
  private int warmUp = 2;

  @Option(
      names = "--ways",
      split = ",",
      paramLabel = "WAY",
      description = "Measure these alone: ${COMPLETION-CANDIDATES}.")
  private Set<Way> ways = EnumSet.allOf(Way.class);

  @Override
  public Integer call() throws IOException {
    if (rounds < 1 || warmUp < 1) {
      throw new IllegalArgumentException("Rounds and warm-up have to be 1 or more.");
    }
    Folders folders = Folders.ofProject();
    try (Peers peers = Peers.start(ways, folders)) {
      Worker sharp = peers.workers().get(Way.SHARP);
      PhotoSet set =
          photoFolder == null
              ? PhotoSet.ofCatalogue(folders, sharp)
              : PhotoSet.ofFolder(photoFolder);
      List<String> missing = new ArrayList<>(peers.missing());
      missing.addAll(set.missing());
      missing.forEach(name -> System.err.println("missing: " + name));
      if (set.photos().isEmpty()) {
        throw new IOException("There are no photos; name a folder of some with --photos DIR.");
      }
      write(measured(peers, set.photos(), missing, folders), folders);
    }
    return 0;
  }

  private ImagingReport measured(
      Peers peers, List<Photo> photos, List<String> missing, Folders folders) throws IOException {
    Rounds timed = new Rounds(peers.workers(), photos);
    timed.warmUp(warmUp);
    Timings timings = timed.time(rounds);
    System.err.println("likeness");
    Outputs outputs = new Outputs();
    for (Photo photo : photos) {
      outputs.make(photo, peers.workers(), folders);
    }
    System.err.println("aliasing");
    Aliasing aliasing = new Aliasing();
    aliasing.measure(peers.workers(), folders);
    Set<String> versions = new TreeSet<>();
    peers.workers().values().forEach(worker -> versions.add(worker.versions()));
    return new ImagingReport(
        command(),
        String.join("; ", versions),
        photos,
        List.copyOf(peers.workers().keySet()),
        timings,
        outputs,
        aliasing,
        missing);
  }

  private String command() {
    return "./darkroom bench imaging --rounds "
        + rounds
        + " --warm-up "
        + warmUp
        + (photoFolder == null ? "" : " --photos DIR")
        + (ways.containsAll(EnumSet.allOf(Way.class)) ? "" : " --ways …");
  }

  private static void write(ImagingReport report, Folders folders) throws IOException {
    Path table = folders.results("imaging.md");
    Files.writeString(table, report.toMarkdown());
    Files.writeString(folders.results("imaging.svg"), report.toSvg());
    System.out.println(table);
  }
}
