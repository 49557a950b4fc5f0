package dev.darkroom.bench.soak;

import java.util.concurrent.TimeUnit;

/**
 * When each upload starts: at even distances, whatever became of those before. So a stall makes
 * later ones wait in the cloud, where their latency counts, and not here.
 *
 * @param start as {@link System#nanoTime()}
 * @param rate uploads a second
 */
record Timetable(long start, double rate) {
  private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** When an upload is due, counted from 0; as {@link System#nanoTime()}. */
  long due(int upload) {
    return start + Math.round(upload / rate * 1e9);
  }

  /** How many uploads are due within some minutes. */
  int uploads(double minutes) {
    return (int) Math.floor(minutes * 60 * rate);
  }

  /** Whether an upload starts more than 100 ms after it was due. */
  boolean isLate(int upload, long now) {
    return now - due(upload) > LATE_NANOS;
  }

  /** In which minute an upload is due, counted from 0. */
  int minute(int upload) {
    return (int) ((due(upload) - start) / TimeUnit.MINUTES.toNanos(1));
  }
}
