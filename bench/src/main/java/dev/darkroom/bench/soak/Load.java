package dev.darkroom.bench.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Starts each upload when it is due, on a thread of its own, and keeps what came of it. */
final class Load implements AutoCloseable {
  private final Uploader uploader;
  private final Mix mix;
  private final Timetable timetable;
  private final int warmUpMinutes;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<Result>> results = new ArrayList<>();

  /**
   * @param warmUpMinutes how many minutes of the timetable come before minute 0
   */
  Load(Uploader uploader, Mix mix, Timetable timetable, int warmUpMinutes) {
    this.uploader = uploader;
    this.mix = mix;
    this.timetable = timetable;
    this.warmUpMinutes = warmUpMinutes;
  }

  /** Starts as many uploads as stand in the timetable, and returns when the last has started. */
  void run(int uploads) throws InterruptedException {
    for (int i = 0; i < uploads; i++) {
      TimeUnit.NANOSECONDS.sleep(timetable.due(i) - System.nanoTime());
      int upload = i;
      synchronized (results) {
        results.add(threads.submit(() -> upload(upload)));
      }
    }
  }

  private Result upload(int number) throws InterruptedException {
    boolean late = timetable.isLate(number, System.nanoTime());
    return uploader.upload(mix.of(number), timetable.minute(number) - warmUpMinutes, late);
  }

  /** Those that have ended. */
  List<Result> ended() throws InterruptedException, ExecutionException {
    List<Result> ended = new ArrayList<>();
    synchronized (results) {
      for (Future<Result> result : results) {
        if (result.isDone()) {
          ended.add(result.get());
        }
      }
    }
    return ended;
  }

  /** All, once each has ended or given up. */
  List<Result> all() throws InterruptedException, ExecutionException {
    List<Result> all = new ArrayList<>();
    for (Future<Result> result : results) {
      all.add(result.get());
    }
    return all;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
