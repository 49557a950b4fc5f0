package dev.darkroom.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class GrowthTest {

  @Test
  void theFirstAndTheLastQuarterAreCompared() {
    Growth growth = growth(Figure.HEAP, 40, 42, 90, 90, 90, 90, 50, 48);

    assertThat(growth.first()).isEqualTo(41);
    assertThat(growth.last()).isEqualTo(49);
    assertThat(growth.difference()).isEqualTo(8);
  }

  @Test
  void oneHighValueInAQuarterIsNoGrowth() {
    assertThat(growth(Figure.FILES, 10, 10, 10, 0, 0, 0, 0, 0, 0, 10, 900, 10).isGrowth())
        .isFalse();
  }

  @Test
  void upToTheAllowanceNothingHasGrown() {
    assertThat(growth(Figure.HEAP, 40, 50).isGrowth()).isFalse();
    assertThat(growth(Figure.HEAP, 40, 50.1).isGrowth()).isTrue();
  }

  @Test
  void ofALargeFigureFivePerCentAreAllowed() {
    assertThat(growth(Figure.RESIDENT, 1000, 1050).isGrowth()).isFalse();
    assertThat(growth(Figure.RESIDENT, 1000, 1051).isGrowth()).isTrue();
  }

  @Test
  void lessIsNoGrowth() {
    assertThat(growth(Figure.THREADS, 90, 20).isGrowth()).isFalse();
  }

  private static Growth growth(Figure figure, double... values) {
    return Growth.of(figure, DoubleStream.of(values).boxed().toList());
  }

  @Test
  void aRunOfOneMinuteIsComparedWithItself() {
    assertThat(Growth.of(Figure.HEAP, List.of(41.0)).difference()).isZero();
  }
}
