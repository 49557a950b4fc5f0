package dev.darkroom.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LiveTest {
  private static final String OUTPUT =
      """
      3587:
      Command executed successfully
       garbage-first heap   total 192512K, used 40000K [0x0000000687400000, 0x0000000800000000)
        region size 4096K, 3 young (12288K), 2 survivors (8192K)
       Metaspace       used 90000K, committed 91000K, reserved 1179648K
        class space    used 9577K, committed 9856K, reserved 1048576K
      CodeHeap 'non-profiled nmethods': size=120036Kb used=2000Kb max_used=2114Kb free=118104Kb
      CodeHeap 'profiled nmethods': size=120032Kb used=6000Kb max_used=8199Kb free=113877Kb
      CodeHeap 'non-nmethods': size=5692Kb used=2000Kb max_used=1882Kb free=3839Kb
      """;

  @Test
  void classesAndCompiledCodeAreNoHeap() throws Exception {
    Live live = Live.parse(OUTPUT);

    assertThat(live.heapMegabytes()).isCloseTo(40.96, within(0.001));
    assertThat(live.nonHeapMegabytes()).isCloseTo(102.4, within(0.001));
  }

  @Test
  void anAnswerOfAnotherFormatIsNoMeasurement() {
    assertThatThrownBy(() -> Live.parse(OUTPUT.replace("used", "taken")))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("jcmd did not answer as expected");
  }

  @Test
  void jcmdTellsOfARunningJvm() throws Exception {
    Live live = Live.of(ProcessHandle.current().pid());

    assertThat(live.heapMegabytes()).isBetween(1.0, 500.0);
    assertThat(live.nonHeapMegabytes()).isBetween(5.0, 500.0);
  }
}
