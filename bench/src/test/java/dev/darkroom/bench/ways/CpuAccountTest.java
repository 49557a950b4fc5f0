package dev.darkroom.bench.ways;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuAccountTest {
  private static final long MILLI = 1_000_000;

  @Test
  void theExactTimeOfLivingThreadsCounts() {
    CpuAccount before = new CpuAccount(100 * MILLI, 103 * MILLI, 0);
    CpuAccount after = new CpuAccount(150 * MILLI, 155 * MILLI, 0);

    assertThat(after.since(before)).isEqualTo(52 * MILLI);
  }

  @Test
  void theTimeOfThreadsThatHaveEndedCountsByTheTick() {
    CpuAccount before = new CpuAccount(100 * MILLI, 103 * MILLI, 0);
    CpuAccount after = new CpuAccount(190 * MILLI, 108 * MILLI, 0);

    assertThat(after.since(before)).isEqualTo(90 * MILLI);
  }

  @Test
  void theCompilersAreLeftOut() {
    CpuAccount before = new CpuAccount(100 * MILLI, 103 * MILLI, 60 * MILLI);
    CpuAccount after = new CpuAccount(190 * MILLI, 195 * MILLI, 100 * MILLI);

    assertThat(after.since(before)).isEqualTo(52 * MILLI);
  }
}
