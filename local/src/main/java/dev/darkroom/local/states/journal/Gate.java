package dev.darkroom.local.states.journal;

import dev.darkroom.local.states.execution.JournalClosed;
import java.io.IOException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Lets writers through until it is closed; once closing has returned, none is inside. */
final class Gate {
  /** What a writer does inside. */
  interface Passage {
    void run() throws IOException;
  }

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  void pass(Passage passage) throws IOException {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new JournalClosed();
      }
      passage.run();
    } finally {
      lock.readLock().unlock();
    }
  }

  void close() {
    lock.writeLock().lock();
    try {
      closed = true;
    } finally {
      lock.writeLock().unlock();
    }
  }
}
