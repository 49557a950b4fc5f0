package dev.darkroom.imaging.decode;

import dev.darkroom.imaging.UnreadableImage;
import dev.darkroom.imaging.UnreadableImage.Reason;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Decodes in a thread of its own, so that the caller has its answer in time whatever a decoder
 * does.
 *
 * <p>A thread cannot be ended from outside. When the time is over, the reader is asked to stop at
 * its next row, and the source gives it no more bytes. What it may still do until then is bounded:
 * it computes on what it has read, within the memory that the limit on pixels allows, and it writes
 * nowhere. Native code that is in the middle of a JPEG goes on to its end, which the limits on
 * pixels and scans bound. The thread is a daemon; it keeps no process alive.
 */
public final class TimedDecode {
  private TimedDecode() {}

  /**
   * Runs a decode.
   *
   * @param limit how long to wait for it
   * @param decode is told when nobody waits any more
   * @throws UnreadableImage what the decode threw, in the end because of the file, or {@link
   *     Reason#TOO_SLOW}
   * @throws Error what is no fault of the file, such as an {@link OutOfMemoryError}, as it was
   * @throws UncheckedIOException when the calling thread is interrupted, which it then still is
   */
  public static <T> T run(Duration limit, Function<Cancellation, Callable<T>> decode) {
    Cancellation cancellation = new Cancellation();
    FutureTask<T> task = new FutureTask<>(decode.apply(cancellation));
    Thread worker = new Thread(task, "picture-decoder");
    worker.setDaemon(true);
    worker.start();
    try {
      return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | CancellationException e) {
      cancellation.request();
      throw new UnreadableImage(
          Reason.TOO_SLOW,
          "The picture took more than "
              + limit.toMillis() / 1e3
              + " s to decode, which is the limit. Save it as JPEG or PNG and upload that.");
    } catch (InterruptedException e) {
      cancellation.request();
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("Interrupted while decoding"));
    } catch (ExecutionException e) {
      throw UnreadableImage.because(e.getCause());
    }
  }
}
