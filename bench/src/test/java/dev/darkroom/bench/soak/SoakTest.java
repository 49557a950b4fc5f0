package dev.darkroom.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SoakTest {
  private static final Kind GOOD = Kind.good("JPEG", "image/jpeg", new byte[1]);
  private static final Kind HUGE = Kind.huge("BMP", "image/bmp", new byte[1]);
  private static final Result QUICK = new Result(GOOD, 0, false, "COMPLETED", true, 200, null);

  @Test
  void aRunIsAsItMustBeWhenNothingGrowsAndAllSettle() {
    assertThat(soak(List.of(QUICK), 0).passed()).isTrue();
  }

  @Test
  void anExecutionThatStillRunsIsNotAsItMustBe() {
    assertThat(soak(List.of(QUICK), 1).passed()).isFalse();
  }

  @Test
  void aJobThatDidNotSettleIsCounted() {
    Result stuck = new Result(GOOD, 0, true, "PROCESSING", false, 180_000, "did not settle");
    Soak soak = soak(List.of(QUICK, stuck), 0);

    assertThat(soak.unsettled()).isEqualTo(1);
    assertThat(soak.late()).isEqualTo(1);
    assertThat(soak.complaints()).isEqualTo(Map.of("JPEG: did not settle", 1L));
    assertThat(soak.passed()).isFalse();
  }

  @Test
  void latencyIsThatOfGoodPhotosOfUsualSizes() {
    Result slow = new Result(HUGE, 0, false, "COMPLETED", true, 9000, null);

    assertThat(Minute.millis(List.of(QUICK, slow), 95)).contains(200.0);
    assertThat(Minute.millis(List.of(slow), 95)).isEmpty();
  }

  @Test
  void aFigureThatGrewIsNotAsItMustBe() {
    Soak soak = new Soak(List.of(minute(0, 40), minute(1, 60)), List.of(QUICK), 0);

    assertThat(soak.passed()).isFalse();
    assertThat(new SoakReport("soak", soak).verdict())
        .contains("- growth: live heap after a full collection, MB\n");
  }

  @Test
  void whatAHugePictureTakesForAMomentIsNoGrowth() {
    Minute first = minute(0, 40);
    Minute last =
        new Minute(1, List.of(new Usage(1900, 90, 200), new Usage(801, 90, 200)), first.live());

    assertThat(new Soak(List.of(first, last), List.of(QUICK), 0).passed()).isTrue();
    Minute grown = new Minute(1, List.of(new Usage(850, 90, 200)), first.live());
    assertThat(new Soak(List.of(first, grown), List.of(QUICK), 0).passed()).isFalse();
  }

  private static Soak soak(List<Result> results, int running) {
    return new Soak(List.of(minute(0, 40), minute(1, 41)), results, running);
  }

  private static Minute minute(int number, double heap) {
    return new Minute(number, List.of(new Usage(800, 90, 200)), new Live(heap, 110));
  }
}
