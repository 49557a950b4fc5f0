package dev.darkroom.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeysTest {
  private static final JobRef REF = new JobRef("owner-1", "01HZXYZABCDEFGHJKMNPQRSTVW");

  @ParameterizedTest
  @ValueSource(strings = {"a.jpg", "a b.jpg", "50%.jpg", "a+b.jpg", "größe.jpg", "写真.png", "%2F"})
  void readsBackWhatItWrote(String fileName) {
    assertThat(ObjectKeys.parseOriginal(ObjectKeys.original(REF, fileName)))
        .contains(new ObjectKeys.OriginalKey("owner-1", Optional.of(REF.jobId()), fileName));
  }

  @Test
  void anOperatorsObjectHasNoJobId() {
    assertThat(ObjectKeys.parseOriginal("uploads/owner-1/2024/trip/a.jpg"))
        .contains(new ObjectKeys.OriginalKey("owner-1", Optional.empty(), "a.jpg"));
    assertThat(ObjectKeys.parseOriginal("uploads/owner-1/a.jpg"))
        .contains(new ObjectKeys.OriginalKey("owner-1", Optional.empty(), "a.jpg"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"uploads/a.jpg", "uploads//a.jpg", "uploads/o/", "uploads/o/x/", "a/b/c"})
  void aKeyWithoutOwnerOrNameIsNone(String key) {
    assertThat(ObjectKeys.parseOriginal(key)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"image/jpeg, large.jpg", "image/png, large.png"})
  void renditionsStandUnderTheirJobByTheirType(String contentType, String name) {
    assertThat(ObjectKeys.rendition(REF, "large", contentType))
        .isEqualTo("renditions/owner-1/01HZXYZABCDEFGHJKMNPQRSTVW/" + name);
  }

  @Test
  void aTypeThatRenditionsDoNotHaveGetsNoKey() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ObjectKeys.rendition(REF, "large", "image/webp"))
        .withMessageContaining("image/webp");
  }
}
