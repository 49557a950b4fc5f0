package dev.darkroom.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private final AtomicLong nanos = new AtomicLong();
  private final TokenBucket bucket = new TokenBucket(new ThrottleSettings(2, 10), nanos::get);

  @Test
  void takesABurstAndThenTheRate() {
    assertThat(bucket.take()).isTrue();
    assertThat(bucket.take()).isTrue();
    assertThat(bucket.take()).isFalse();

    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(101));
    assertThat(bucket.take()).isTrue();
    assertThat(bucket.take()).isFalse();
  }

  @Test
  void neverHoldsMoreThanABurst() {
    nanos.addAndGet(TimeUnit.HOURS.toNanos(1));

    assertThat(bucket.take()).isTrue();
    assertThat(bucket.take()).isTrue();
    assertThat(bucket.take()).isFalse();
  }

  @Test
  void refusesNegativeLimits() {
    assertThatThrownBy(() -> new ThrottleSettings(-1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ThrottleSettings(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
