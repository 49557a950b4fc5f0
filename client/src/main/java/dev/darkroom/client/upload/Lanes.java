package dev.darkroom.client.upload;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Threads that work on files. Who brings more work than there are threads waits, so that nothing is
 * announced long before it is sent.
 */
final class Lanes implements AutoCloseable {
  private final Semaphore free;
  private final ExecutorService threads;

  Lanes(int count) {
    this.free = new Semaphore(count);
    this.threads = Executors.newFixedThreadPool(count);
  }

  /** Work on one file. */
  @FunctionalInterface
  interface Work {
    /** Does it. */
    void run() throws IOException, InterruptedException;
  }

  /** Begins with work once there is a thread for it. */
  void run(Work work) throws InterruptedException {
    free.acquire();
    threads.execute(
        () -> {
          try {
            work.run();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The run is being given up.
          } catch (IOException e) {
            throw new IllegalStateException("Work on a file tells its failures itself.", e);
          } finally {
            free.release();
          }
        });
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
