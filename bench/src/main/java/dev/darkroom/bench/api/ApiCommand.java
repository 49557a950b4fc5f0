package dev.darkroom.bench.api;

import dev.darkroom.bench.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the API of a running {@code ./darkroom up} with hey. */
@Command(
    name = "api",
    description =
        "Sends requests to the running `up` with hey, and writes docs/benchmarks/api.md. Start it"
            + " with --parameter UploadsPerHour=100000.")
public final class ApiCommand implements Callable<Integer> {
  private static final int IMAGES = 100;
  private static final List<Integer> CONNECTIONS = List.of(1, 8);

  /** API Gateway lets that many through at once, and so many more each second. */
  private static final int BURST = 1000;

  private static final int REFILL_SECONDS = 3;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often each request is measured (default: ${DEFAULT-VALUE}).")
  private int rounds = 3;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description = "Rounds of each before those (default: ${DEFAULT-VALUE}).")
  private int warmUp = 2;

  @Option(
      names = "--requests",
      paramLabel = "N",
      description = "Requests of a round, a multiple of 8 up to 1000 (default: ${DEFAULT-VALUE}).")
  private int requests = BURST;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (rounds < 1 || warmUp < 1 || requests < 8 || requests % 8 != 0 || requests > BURST) {
      throw new IllegalArgumentException(
          "Rounds and warm-up have to be 1 or more, requests a multiple of 8, up to "
              + BURST
              + ".");
    }
    Folders folders = Folders.ofProject();
    Hey hey = Hey.find(folders);
    RunningApi api = RunningApi.ofEnvironment();
    System.err.println(IMAGES + " images");
    List<Case> cases = cases(new GalleryOfSmallPhotos(api).fill(IMAGES).get(0));
    List<Measured> measured = new ArrayList<>();
    for (Case load : cases) {
      for (int connections : CONNECTIONS) {
        System.err.println(load.title() + ", connections: " + connections);
        measured.add(new Measured(load, connections, rounds(hey, api, load, connections)));
      }
    }
    Path file = folders.results("api.md");
    Files.writeString(file, new ApiReport(command(), requests, measured).toMarkdown());
    System.out.println(file);
    return 0;
  }

  private List<Round> rounds(Hey hey, RunningApi api, Case load, int connections)
      throws IOException, InterruptedException {
    List<Round> measured = new ArrayList<>();
    for (int i = 0; i < warmUp + rounds; i++) {
      TimeUnit.SECONDS.sleep(REFILL_SECONDS);
      Round round = hey.run(api, load, requests, connections);
      if (i >= warmUp) {
        measured.add(round);
      }
    }
    return measured;
  }

  private static List<Case> cases(String jobId) {
    return List.of(
        new Case("GET job", "GET", "/jobs/" + jobId, "", 200),
        new Case("list images, 25 of " + IMAGES, "GET", "/images", "", 200),
        new Case("list images, " + IMAGES, "GET", "/images?limit=" + IMAGES, "", 200),
        new Case(
            "POST uploads", "POST", "/uploads", RunningApi.announcement("image/jpeg", 1), 201));
  }

  private String command() {
    return "./darkroom bench api --rounds "
        + rounds
        + " --warm-up "
        + warmUp
        + " --requests "
        + requests;
  }
}
