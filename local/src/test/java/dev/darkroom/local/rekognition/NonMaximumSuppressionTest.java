package dev.darkroom.local.rekognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NonMaximumSuppressionTest {
  private final NonMaximumSuppression suppression = new NonMaximumSuppression(0.6, 2);

  @Test
  void keepsTheSurestOfTwoBoxesOnOneObject() {
    Detection unsure = detection(0.6, 0.02);
    Detection sure = detection(0.9, 0);
    assertThat(suppression.keep(List.of(unsure, sure))).containsExactly(sure);
  }

  @Test
  void keepsBoxesThatOverlapLittle() {
    Detection left = detection(0.6, 0);
    Detection right = detection(0.9, 0.25);
    assertThat(suppression.keep(List.of(left, right))).containsExactly(right, left);
  }

  @Test
  void keepsNoMoreThanItMay() {
    assertThat(
            suppression.keep(List.of(detection(0.9, 0), detection(0.8, 0.3), detection(0.7, 0.6))))
        .extracting(Detection::score)
        .containsExactly(0.9, 0.8);
  }

  @Test
  void overlapIsTheSharedAreaOverTheWholeArea() {
    Box box = new Box(0, 0, 0.4, 0.4);
    assertThat(box.intersectionOverUnion(box)).isCloseTo(1, within(1e-9));
    assertThat(box.intersectionOverUnion(new Box(0.2, 0, 0.4, 0.4)))
        .isCloseTo(1 / 3.0, within(1e-9));
    assertThat(box.intersectionOverUnion(new Box(0.4, 0, 0.4, 0.4))).isZero();
  }

  private static Detection detection(double score, double left) {
    return new Detection("cat", score, new Box(left, 0, 0.4, 0.4));
  }
}
