package dev.darkroom.bench.uploads;

import dev.darkroom.bench.Statistics;
import dev.darkroom.bench.api.RunningApi;
import dev.darkroom.bench.photos.PaintedPhoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Measures the time from an accepted PUT to COMPLETED, against a running {@code ./darkroom up}. */
@Command(
    name = "uploads",
    description = "Times uploads to the running `up`, from the accepted PUT to COMPLETED.")
public final class UploadLatency implements Callable<Integer> {
  private static final long PATIENCE_SECONDS = 120;

  /** Forty polls a second in all, so that polling does not become the load. */
  private static final long POLLS_A_SECOND = 40;

  @Parameters(
      index = "0",
      paramLabel = "UPLOADS",
      arity = "0..1",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int uploads = 50;

  @Parameters(
      index = "1",
      paramLabel = "AT_ONCE",
      arity = "0..1",
      description = "How many at a time (default: ${DEFAULT-VALUE}).")
  private int atOnce = 1;

  @Parameters(
      index = "2",
      paramLabel = "JPEG",
      arity = "0..1",
      description = "The photo; without one, it makes one of 6 megapixels.")
  private Path photo;

  private final RunningApi api = RunningApi.ofEnvironment();

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    byte[] bytes = photo == null ? PaintedPhoto.sixMegapixels() : Files.readAllBytes(photo);
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    List<Callable<Double>> work = Collections.nCopies(uploads, () -> millis(bytes));
    List<Double> millis = new ArrayList<>();
    long start = System.nanoTime();
    try {
      for (Future<Double> done : threads.invokeAll(work)) {
        millis.add(done.get());
      }
    } finally {
      threads.shutdownNow();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%d uploads of %d bytes, %d at once: p50 %.0f ms, p95 %.0f ms, max %.0f ms, %.1f uploads/s%n",
        uploads,
        bytes.length,
        atOnce,
        Statistics.percentile(millis, 50),
        Statistics.percentile(millis, 95),
        Statistics.percentile(millis, 100),
        uploads / seconds);
    return 0;
  }

  private double millis(byte[] bytes) throws IOException, InterruptedException {
    String jobId = api.upload(bytes);
    long accepted = System.nanoTime();
    while (System.nanoTime() - accepted < PATIENCE_SECONDS * 1_000_000_000L) {
      String job = api.get("/jobs/" + jobId);
      switch (RunningApi.field(job, "status")) {
        case "COMPLETED" -> {
          return (System.nanoTime() - accepted) / 1e6;
        }
        case "REJECTED", "FAILED" -> throw new IOException(job);
        default -> TimeUnit.MILLISECONDS.sleep(1000L * atOnce / POLLS_A_SECOND);
      }
    }
    throw new IOException("Job " + jobId + " is not settled after " + PATIENCE_SECONDS + " s.");
  }
}
