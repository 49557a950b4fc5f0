package dev.darkroom.local.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two and three faults at once, with events that come twice, late or never. {@code
 * -Dsweep.seeds=1000} tries more of them, {@code -Dsweep.seed=17} one again: the faults and what
 * becomes of the events are the same then; how threads interleave is not.
 */
@Tag("sweep")
class RandomFaultsIT {
  private static final int AT_ONCE = 24;
  private static final int SEEDS = 40;

  /** What most of the calls are known from; the others add those of what comes after a failure. */
  private static final List<Scenario> TRIED =
      List.of(Scenario.PHOTO, Scenario.NO_PICTURE, Scenario.CUT_OFF, Scenario.FAILURE);

  @Test
  void severalFaultsAtOnceEndWell() throws Exception {
    long[] seeds = seeds();
    try (Sweep sweep = new Sweep(new Deployment())) {
      List<RecordedCall> calls = new ArrayList<>();
      for (Scenario scenario : TRIED) {
        calls.addAll(sweep.model(scenario));
      }
      long start = System.nanoTime();
      ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
      List<Future<Sweep.Made>> made = new ArrayList<>();
      for (long seed : seeds) {
        RandomFaults drawn = RandomFaults.of(seed, TRIED, calls);
        made.add(
            threads.submit(
                () ->
                    sweep.make(
                        drawn.scenario(), drawn.toString(), drawn.faults(), drawn.changes())));
      }
      for (Future<Sweep.Made> each : made) {
        sweep.add(each.get());
      }
      threads.shutdownNow();
      List<Sweep.Verdict> verdicts = sweep.judge(false);
      List<String> others = sweep.changesOfOthers();
      List<String> failures = Report.failures(verdicts);
      System.out.printf(
          "%nRandom faults: %d seeds, %d to %d; %d failed; %d s%n",
          seeds.length,
          seeds[0],
          seeds[seeds.length - 1],
          failures.size(),
          (System.nanoTime() - start) / 1_000_000_000);
      failures.forEach(System.out::println);
      assertThat(failures).isEmpty();
      assertThat(others).as(OthersAreUntouched.SENTENCE).isEmpty();
    }
  }

  private static long[] seeds() {
    String one = System.getProperty("sweep.seed", "");
    if (!one.isEmpty()) {
      return Arrays.stream(one.split(",")).mapToLong(Long::parseLong).toArray();
    }
    return LongStream.rangeClosed(1, Integer.getInteger("sweep.seeds", SEEDS)).toArray();
  }
}
