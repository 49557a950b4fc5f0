package dev.darkroom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  @Test
  void theMedianIsTheMiddleOfTheSortedValues() {
    assertThat(Statistics.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
    assertThat(Statistics.median(List.of(9.0, 1.0, 2.0, 4.0))).isEqualTo(3);
  }

  @Test
  void aPercentileIsOneOfTheValues() {
    List<Double> values = List.of(5.0, 4.0, 3.0, 2.0, 1.0);

    assertThat(Statistics.percentile(values, 50)).isEqualTo(3);
    assertThat(Statistics.percentile(values, 95)).isEqualTo(5);
    assertThat(Statistics.percentile(values, 0)).isEqualTo(1);
  }

  @Test
  void nothingHasNoMedian() {
    assertThatThrownBy(() -> Statistics.median(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
