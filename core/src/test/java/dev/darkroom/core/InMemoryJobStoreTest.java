package dev.darkroom.core;

import java.time.Clock;

class InMemoryJobStoreTest extends JobStoreContract {
  private InMemoryJobStore store;

  @Override
  protected JobStore store(Clock clock) {
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
