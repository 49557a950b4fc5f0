package dev.darkroom.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimetableTest {
  private static final long MILLISECOND = 1_000_000;
  private static final long SECOND = 1000 * MILLISECOND;

  private final Timetable timetable = new Timetable(7 * SECOND, 2);

  @Test
  void uploadsAreDueAtEvenDistances() {
    assertThat(timetable.due(0)).isEqualTo(7 * SECOND);
    assertThat(timetable.due(1)).isEqualTo(7 * SECOND + 500 * MILLISECOND);
    assertThat(timetable.due(4)).isEqualTo(9 * SECOND);
  }

  @Test
  void theClockMayBeNegative() {
    Timetable early = new Timetable(Long.MIN_VALUE, 1);

    assertThat(early.due(1)).isEqualTo(Long.MIN_VALUE + SECOND);
    assertThat(early.isLate(0, Long.MIN_VALUE + SECOND)).isTrue();
  }

  @Test
  void aRateThatDoesNotDivideASecondDoesNotDrift() {
    assertThat(new Timetable(0, 3).due(3000)).isEqualTo(1000 * SECOND);
  }

  @Test
  void asManyUploadsStartAsAreDueBeforeTheEnd() {
    assertThat(timetable.uploads(3)).isEqualTo(360);
    assertThat(timetable.minute(119)).isZero();
    assertThat(timetable.minute(120)).isEqualTo(1);
  }

  @Test
  void anUploadIsLateWhenATenthOfASecondHasPassed() {
    assertThat(timetable.isLate(4, 9 * SECOND + 100 * MILLISECOND)).isFalse();
    assertThat(timetable.isLate(4, 9 * SECOND + 101 * MILLISECOND)).isTrue();
  }
}
