package dev.darkroom.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.ulid.Ulid;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class JobIdsTest {
  private static final Instant AT = Instant.parse("2026-05-04T10:00:00.120Z");

  @Test
  void newIdsSortByTheirOrder() {
    String first = JobIds.next();
    String second = JobIds.next();
    assertThat(first).isLessThan(second);
  }

  @Test
  void theSameObjectGivesTheSameId() {
    assertThat(JobIds.derived(AT, "bucket", "uploads/o/a.jpg", "s1"))
        .isEqualTo(JobIds.derived(AT, "bucket", "uploads/o/a.jpg", "s1"));
  }

  @Test
  void anotherVersionOfTheObjectGivesAnotherId() {
    assertThat(JobIds.derived(AT, "bucket", "uploads/o/a.jpg", "s1"))
        .isNotEqualTo(JobIds.derived(AT, "bucket", "uploads/o/a.jpg", "s2"));
  }

  @Test
  void aDerivedIdCarriesTheTimeOfTheUpload() {
    String id = JobIds.derived(AT, "bucket", "key", "s1");
    assertThat(JobIds.isId(id)).isTrue();
    assertThat(Ulid.from(id).getInstant()).isEqualTo(AT);
  }

  @Test
  void otherTextsAreNoIds() {
    assertThat(JobIds.isId("")).isFalse();
    assertThat(JobIds.isId("holiday")).isFalse();
    assertThat(JobIds.isId(JobIds.next().toLowerCase(Locale.ROOT))).isFalse();
  }
}
