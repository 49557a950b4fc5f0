package dev.darkroom.core;

import java.time.Clock;

class InMemoryJobStoreTest extends JobStoreContract {
  private InMemoryJobStore store;

  @Override
  protected synchronized JobStore store(Clock clock) { // Some tests ask on many threads.
    if (store == null) {
      store = new InMemoryJobStore(clock);
    }
    return store;
  }

  @Override
  protected void delete(JobRef job) {
    store.delete(job);
  }
}
