package dev.darkroom.local.states.execution;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads on which executions run; none keeps the JVM alive. */
final class Threads {
  private Threads() {}

  static ExecutorService pool() {
    return Executors.newCachedThreadPool(work -> daemon(work, "states-execution"));
  }

  static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
