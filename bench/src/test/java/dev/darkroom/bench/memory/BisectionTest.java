package dev.darkroom.bench.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BisectionTest {

  @ParameterizedTest
  @ValueSource(ints = {17, 32, 33, 500, 2048})
  void theSmallestMultipleThatIsEnoughIsFound(int needed) throws IOException {
    int found = Bisection.smallest(16, 2048, 16, number -> number >= needed);

    assertThat(found).isBetween(needed, needed + 15).isEqualTo(found / 16 * 16);
  }
}
