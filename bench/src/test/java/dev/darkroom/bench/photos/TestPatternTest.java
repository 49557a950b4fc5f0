package dev.darkroom.bench.photos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.bench.likeness.LanczosReference;
import dev.darkroom.bench.likeness.Luma;
import dev.darkroom.imaging.PixelSize;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestPatternTest {
  private static final PixelSize SIZE = new PixelSize(437, 311);
  private static final PixelSize SMALL = new PixelSize(40, 28);

  @ParameterizedTest
  @EnumSource
  void theReferenceLeavesNextToNothingOfIt(TestPattern.Kind kind) {
    TestPattern pattern = new TestPattern(kind, SIZE, 0);

    Luma reduced = Luma.of(LanczosReference.reduce(rgb(pattern), SMALL));

    assertThat(reduced.deviation((x, y) -> pattern.isTooFine(SMALL, x, y))).isLessThan(2);
  }

  @ParameterizedTest
  @EnumSource
  void takingNowAndThenAPixelLeavesMuchOfIt(TestPattern.Kind kind) {
    TestPattern pattern = new TestPattern(kind, SIZE, 0);
    BufferedImage picture = rgb(pattern);
    BufferedImage reduced =
        new BufferedImage(SMALL.width(), SMALL.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < SMALL.height(); y++) {
      for (int x = 0; x < SMALL.width(); x++) {
        int nearX = x * SIZE.width() / SMALL.width();
        int nearY = y * SIZE.height() / SMALL.height();
        reduced.setRGB(x, y, picture.getRGB(nearX, nearY));
      }
    }

    assertThat(Luma.of(reduced).deviation((x, y) -> pattern.isTooFine(SMALL, x, y)))
        .isGreaterThan(10);
  }

  @Test
  void theMiddleOfTheZonePlateCanBeShown() {
    TestPattern pattern = new TestPattern(TestPattern.Kind.ZONE_PLATE, SIZE, 0);

    assertThat(pattern.isTooFine(SMALL, 20, 15)).isFalse();
    assertThat(pattern.isTooFine(SMALL, 39, 15)).isTrue();
  }

  private static BufferedImage rgb(TestPattern pattern) {
    BufferedImage rgb = new BufferedImage(SIZE.width(), SIZE.height(), BufferedImage.TYPE_INT_RGB);
    rgb.getGraphics().drawImage(pattern.draw(), 0, 0, null);
    return rgb;
  }
}
