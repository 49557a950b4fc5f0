package dev.darkroom.bench.soak;

import dev.darkroom.bench.Folders;
import dev.darkroom.bench.cloud.ChildUp;
import dev.darkroom.bench.cloud.StepFunctions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Keeps a steady load of good, bad, huge and repeated uploads on an embedded cloud of its own, and
 * watches what that does to it. Objects and records are kept in a folder, so that what grows in
 * memory is not the data itself.
 */
@Command(
    name = "soak",
    description =
        "Keeps a steady mixed load on an `up` of its own, watches memory, threads, open files and"
            + " latency, and writes docs/benchmarks/soak.md. Needs Linux.")
public final class SoakCommand implements Callable<Integer> {
  /** An access token lives an hour. */
  private static final int MOST_MINUTES = 55;

  private static final int SAMPLES_A_MINUTE = 12;
  private static final int SECONDS_A_SAMPLE = 5;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "How long is measured (default: ${DEFAULT-VALUE}).")
  private int minutes = 20;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description = "Minutes of the same load before (default: ${DEFAULT-VALUE}).")
  private int warmUp = 10;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Uploads a second (default: ${DEFAULT-VALUE}).")
  private double rate = 1;

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    if (minutes < 1 || warmUp < 0 || minutes + warmUp > MOST_MINUTES || !(rate > 0)) {
      throw new IllegalArgumentException(
          "Minutes have to be 1 or more, with the warm-up "
              + MOST_MINUTES
              + " at most, and the rate more than 0.");
    }
    Usage.of(ProcessHandle.current().pid());
    Folders folders = Folders.ofProject();
    Path folder = Files.createTempDirectory("darkroom-soak");
    Path log = folder.resolve("up.log");
    List<String> options =
        List.of(
            "--data",
            folder.resolve("data").toString(),
            "--parameter",
            "UploadsPerHour=100000",
            "--parameter",
            "BytesPerDay=9007199254740991");
    Mix mix = new Mix();
    Soak soak;
    try (ChildUp up = ChildUp.start(folders, log, options)) {
      soak = run(up, mix);
    }
    SoakReport report = new SoakReport(command(), soak);
    Path file = folders.results("soak.md");
    Files.writeString(file, report.toMarkdown());
    System.out.println(report.verdict());
    System.out.println(file);
    if (!soak.passed()) {
      System.err.println("darkroom: not as it must be; what `up` wrote is in " + log);
      return 1;
    }
    delete(folder);
    return 0;
  }

  private Soak run(ChildUp up, Mix mix)
      throws IOException, InterruptedException, ExecutionException {
    StepFunctions states = up.states();
    Uploader uploader = new Uploader(up.api(), new Repeats(up.api(), states));
    Timetable timetable = new Timetable(System.nanoTime(), rate);
    ExecutorService clock = Executors.newSingleThreadExecutor();
    try (Load load = new Load(uploader, mix, timetable, warmUp)) {
      Future<?> started =
          clock.submit(
              () -> {
                load.run(timetable.uploads(minutes + warmUp));
                return null;
              });
      List<Minute> measured = watch(up, load, timetable);
      started.get();
      List<Result> results = load.all();
      return new Soak(measured, results, running(states));
    } finally {
      clock.shutdownNow();
    }
  }

  private List<Minute> watch(ChildUp up, Load load, Timetable timetable)
      throws IOException, InterruptedException, ExecutionException {
    System.out.println(String.join("  ", Minute.TITLES));
    List<Minute> measured = new ArrayList<>();
    long next = timetable.start();
    for (int number = -warmUp; number < minutes; number++) {
      List<Usage> usages = new ArrayList<>();
      for (int i = 0; i < SAMPLES_A_MINUTE; i++) {
        next += TimeUnit.SECONDS.toNanos(SECONDS_A_SAMPLE);
        TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
        usages.add(Usage.of(up.pid()));
      }
      Minute minute = new Minute(number, usages, Live.of(up.pid()));
      System.out.println(String.join("  ", minute.row(load.ended())));
      if (number >= 0) {
        measured.add(minute);
      }
    }
    return measured;
  }

  /** Executions of repeated events and of notifications end a little after the jobs. */
  private static int running(StepFunctions states) throws IOException, InterruptedException {
    int running = states.executions(Optional.of("RUNNING")).size();
    for (int second = 0; running > 0 && second < 60; second++) {
      TimeUnit.SECONDS.sleep(1);
      running = states.executions(Optional.of("RUNNING")).size();
    }
    return running;
  }

  private static void delete(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> all = Files.walk(folder)) {
      paths = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }

  private String command() {
    return String.format(
        Locale.ROOT,
        "./darkroom bench soak --minutes %d --warm-up %d --rate %s",
        minutes,
        warmUp,
        rate);
  }
}
