package dev.darkroom.core;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The double that other modules test with finds the same work. */
class InMemoryWorkLeftTest extends WorkLeftContract {
  private final Hands hands = new Hands();
  private final InMemoryJobStore jobs = new InMemoryJobStore(hands);

  @Override
  protected JobStore jobs(Clock clock) {
    hands.now = clock.instant();
    return jobs;
  }

  @Override
  protected WorkLeft work(Clock clock) {
    hands.now = clock.instant();
    return jobs;
  }

  @Override
  protected void delete(JobRef job, Clock clock) {
    hands.now = clock.instant();
    jobs.delete(job);
  }

  /** A clock that is set by hand. */
  private static final class Hands extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
