package dev.darkroom.local.rekognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.local.rekognition.Anchors.Anchor;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnchorsTest {
  private final List<Anchor> anchors = Anchors.all();

  @Test
  void thereAreAsManyAsTheModelPredicts() {
    assertThat(anchors).hasSize(1917);
  }

  @Test
  void theFirstLiesInTheUpperLeftCellOfTheFinestGrid() {
    assertThat(anchors.get(0)).isEqualTo(new Anchor(0.5 / 19, 0.5 / 19, 0.1, 0.1));
  }

  @Test
  void aRatioOfTwoIsTwiceAsWideAsHigh() {
    Anchor wide = anchors.get(1);
    assertThat(wide.width() / wide.height()).isCloseTo(2, within(1e-9));
    assertThat(wide.width() * wide.height()).isCloseTo(0.2 * 0.2, within(1e-9));
  }

  @Test
  void columnsRunFasterThanRows() {
    assertThat(anchors.get(3).centerX()).isCloseTo(1.5 / 19, within(1e-9));
    assertThat(anchors.get(3).centerY()).isCloseTo(0.5 / 19, within(1e-9));
  }

  @Test
  void theLastCoversAlmostThePicture() {
    Anchor last = anchors.get(1916);
    assertThat(last.centerX()).isEqualTo(0.5);
    assertThat(last.width()).isCloseTo(Math.sqrt(0.95), within(1e-9));
  }
}
