package dev.darkroom.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageTest {

  @Test
  void memoryIsInMillionsOfBytes() {
    Usage usage = Usage.of(List.of("Name:\tjava", "VmRSS:\t  1000000 kB", "Threads:\t86"), 193);

    assertThat(usage).isEqualTo(new Usage(1024, 86, 193));
  }

  @Test
  void thisProcessHasThreadsAndFiles() throws Exception {
    Usage usage = Usage.of(ProcessHandle.current().pid());

    assertThat(usage.residentMegabytes()).isGreaterThan(20);
    assertThat(usage.threads()).isGreaterThan(5);
    assertThat(usage.files()).isGreaterThan(3);
  }

  @Test
  void aProcessThatHasEndedIsToldSo() {
    assertThatThrownBy(() -> Usage.of(Integer.MAX_VALUE))
        .isInstanceOf(IOException.class)
        .hasMessage("The process 2147483647 has ended.");
  }
}
