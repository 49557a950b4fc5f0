package dev.darkroom.local.states.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacedTimeTest {
  private final ManualTime time = ManualTime.jumping();

  @Test
  void makesPausesShorterAndLeavesTimeoutsAsTheyAre() throws Exception {
    PacedTime paced = new PacedTime(20, time);
    boolean[] due = new boolean[1];
    paced.after(Duration.ofSeconds(10), () -> due[0] = true);

    paced.pause(Duration.ofSeconds(60));
    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(3));
    assertThat(due[0]).isFalse();
    assertThat(paced.now()).isEqualTo(time.now());
    time.advance(Duration.ofSeconds(7));

    assertThat(due[0]).isTrue();
  }

  @Test
  void refusesAPaceThatIsNone() {
    for (double pace : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new PacedTime(pace, time))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
