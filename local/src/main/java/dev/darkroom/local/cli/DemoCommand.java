package dev.darkroom.local.cli;

import dev.darkroom.local.deploy.EmbeddedCloud;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes photos through the whole pipeline on this machine and shows what comes of them. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    version = "Darkroom",
    description = "Uploads photos to an embedded cloud and prints what comes of them.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all photos were completed",
      "2:some photos were rejected",
      "1:some photos failed, or the run broke"
    })
final class DemoCommand implements Callable<Integer> {
  private static final int COMPLETED = 0;
  private static final int FAILED = 1;
  private static final int REJECTED = 2;
  private static final Set<String> FAILURES = Set.of("FAILED", "BROKEN");
  private static final Set<String> REJECTIONS = Set.of("REJECTED", "REFUSED");

  @Option(names = "--json", description = "Print one JSON array to standard output.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where renditions are saved (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("darkroom-out");

  @Parameters(paramLabel = "PHOTO", description = "Files to upload; samples when none is given.")
  private List<Path> photos = List.of();

  @Override
  public Integer call() throws Exception {
    List<Path> files = photos.isEmpty() ? samples() : photos;
    for (Path file : files) {
      if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
        System.err.println("darkroom: " + file + " is not a file that can be read.");
        return FAILED;
      }
    }
    if (Files.exists(out) && !Files.isDirectory(out)) {
      System.err.println("darkroom: --out " + out + " is not a folder.");
      return FAILED;
    }
    Files.createDirectories(out);
    PrintStream standardOut = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    DemoReport report = new DemoReport(standardOut);
    List<Processed> all = new ArrayList<>();
    try (EmbeddedCloud cloud = EmbeddedCloud.deploy(Project.settings())) {
      DemoUser user = DemoUser.in(cloud);
      ApiClient api = new ApiClient(cloud.outputs().get("ApiUrl"), user.signIn());
      PhotoRun run = new PhotoRun(api, user, out, System.err);
      for (Path file : files) {
        Processed processed = run.process(file);
        all.add(processed);
        if (!json) {
          report.print(processed, run);
        }
      }
    }
    if (json) {
      report.printJson(all);
    }
    return exitCode(all);
  }

  private static int exitCode(List<Processed> all) {
    if (all.stream().map(Processed::status).anyMatch(FAILURES::contains)) {
      return FAILED;
    }
    boolean rejected = all.stream().map(Processed::status).anyMatch(REJECTIONS::contains);
    return rejected ? REJECTED : COMPLETED;
  }

  private static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(Project.samples())) {
      return files.filter(file -> !file.toString().endsWith(".md")).sorted().toList();
    }
  }
}
