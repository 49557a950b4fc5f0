package dev.darkroom.bench.throttled;

import dev.darkroom.bench.Folders;
import dev.darkroom.bench.api.RunningApi;
import dev.darkroom.bench.cloud.ChildUp;
import dev.darkroom.bench.cloud.LabelCalls;
import dev.darkroom.bench.cloud.StepFunctions;
import dev.darkroom.bench.photos.NumberedJpeg;
import dev.darkroom.bench.photos.PaintedPhoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Uploads more photos at once than Rekognition's quota lets through, and waits for all of them. */
@Command(
    name = "throttled",
    description =
        "Uploads photos to an `up` of its own whose Rekognition takes few calls a second, and"
            + " writes docs/benchmarks/throttled.md.")
public final class ThrottledCommand implements Callable<Integer> {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;

  @Option(
      names = "--uploads",
      paramLabel = "N",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int uploads = 500;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description =
          "DetectLabels calls a second that are not throttled (default: ${DEFAULT-VALUE}).")
  private double rate = 5;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      description = "How many are sent at a time (default: ${DEFAULT-VALUE}).")
  private int atOnce = 4;

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    if (uploads < 1 || atOnce < 1 || !(rate > 0)) {
      throw new IllegalArgumentException("Uploads, rate and at-once have to be more than 0.");
    }
    Folders folders = Folders.ofProject();
    Path log = Files.createTempFile("darkroom-throttled", ".log");
    List<String> options =
        List.of("--rekognition-rate", "" + rate, "--parameter", "UploadsPerHour=100000");
    Backlog backlog;
    try (ChildUp up = ChildUp.start(folders, log, options)) {
      backlog = run(up);
    }
    ThrottledReport report = new ThrottledReport(command(), backlog);
    Path file = folders.results("throttled.md");
    Files.writeString(file, report.toMarkdown());
    System.out.println(report.table());
    System.out.println(file);
    if (!backlog.allCompleted()) {
      throw new IOException("Not all are completed: " + backlog.statuses() + "; see " + log);
    }
    Files.delete(log);
    return 0;
  }

  private Backlog run(ChildUp up) throws IOException, InterruptedException, ExecutionException {
    byte[] photo = PaintedPhoto.jpeg(WIDTH, HEIGHT);
    // The first one waits for the model to load.
    settle(up.api(), photo, 1, 1);
    LabelCalls before = up.labelCalls();
    StepFunctions states = up.states();
    int executionsBefore = states.executions(Optional.empty()).size();
    Duration cpuBefore = up.cpuTime();
    List<Settled> jobs = settle(up.api(), photo, uploads, atOnce);
    Duration cpu = up.cpuTime().minus(cpuBefore);
    LabelCalls after = up.labelCalls();
    List<String> executions = states.executions(Optional.empty());
    Effort effort = new Effort(0, 0, 0);
    for (String arn : executions.subList(0, executions.size() - executionsBefore)) {
      effort = effort.plus(Effort.of(states.history(arn)));
    }
    return new Backlog(rate, jobs, after.minus(before), effort, cpu);
  }

  private static List<Settled> settle(RunningApi api, byte[] photo, int uploads, int atOnce)
      throws InterruptedException, ExecutionException {
    BlockingQueue<Sent> jobs = new LinkedBlockingQueue<>();
    List<Callable<Void>> sends = new ArrayList<>();
    for (int i = 0; i < uploads; i++) {
      byte[] bytes = NumberedJpeg.of(photo, i);
      sends.add(
          () -> {
            String jobId = api.upload(bytes);
            jobs.add(new Sent(jobId, Instant.now()));
            return null;
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(atOnce + 1);
    try {
      Future<List<Settled>> watch = threads.submit(new Watch(api, jobs, uploads));
      for (Future<Void> sent : threads.invokeAll(sends)) {
        sent.get();
      }
      return watch.get();
    } finally {
      threads.shutdownNow();
    }
  }

  private String command() {
    return String.format(
        Locale.ROOT,
        "./darkroom bench throttled --uploads %d --rate %s --at-once %d",
        uploads,
        rate,
        atOnce);
  }
}
