package dev.darkroom.operator;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lets so many calls pass at once, and after that some a second: less than a service's own bucket
 * holds, so that others find something in it. For one thread.
 */
final class Pace {
  private final double burst;
  private final double perNano;
  private final LongSupplier nanoTime;
  private final Sleep sleep;
  private double tokens;
  private long last;

  /** How a pace waits. */
  @FunctionalInterface
  interface Sleep {
    void sleep(Duration time) throws InterruptedException;
  }

  Pace(int burst, double perSecond) {
    this(burst, perSecond, System::nanoTime, time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()));
  }

  Pace(int burst, double perSecond, LongSupplier nanoTime, Sleep sleep) {
    this.burst = burst;
    this.perNano = perSecond / Duration.ofSeconds(1).toNanos();
    this.nanoTime = nanoTime;
    this.sleep = sleep;
    this.tokens = burst;
    this.last = nanoTime.getAsLong();
  }

  /** Waits until another call may be made. */
  void await() throws InterruptedException {
    refill();
    while (tokens < 1) {
      sleep.sleep(Duration.ofNanos((long) Math.ceil((1 - tokens) / perNano)));
      refill();
    }
    tokens--;
  }

  private void refill() {
    long now = nanoTime.getAsLong();
    tokens = Math.min(burst, tokens + (now - last) * perNano);
    last = now;
  }
}
