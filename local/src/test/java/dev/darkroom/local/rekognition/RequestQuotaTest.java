package dev.darkroom.local.rekognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RequestQuotaTest {
  private final AtomicLong clock = new AtomicLong();

  @Test
  void refusesMoreThanASecondsWorthAtOnceAndRefillsWithTime() {
    var quota = new RequestQuota(2, clock::get);
    assertThat(quota.take()).isTrue();
    assertThat(quota.take()).isTrue();
    assertThat(quota.take()).isFalse();
    clock.addAndGet(500_000_000);
    assertThat(quota.take()).isTrue();
    assertThat(quota.take()).isFalse();
  }

  @Test
  void savesNoMoreThanASecond() {
    var quota = new RequestQuota(1, clock::get);
    clock.addAndGet(60_000_000_000L);
    assertThat(quota.take()).isTrue();
    assertThat(quota.take()).isFalse();
  }

  @Test
  void letsAFractionThroughNowAndThen() {
    var quota = new RequestQuota(0.5, clock::get);
    assertThat(quota.take()).isTrue();
    clock.addAndGet(1_000_000_000);
    assertThat(quota.take()).isFalse();
    clock.addAndGet(1_000_000_000);
    assertThat(quota.take()).isTrue();
  }

  @Test
  void refusesAQuotaOfNothing() {
    assertThatThrownBy(() -> new RequestQuota(0, clock::get))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
