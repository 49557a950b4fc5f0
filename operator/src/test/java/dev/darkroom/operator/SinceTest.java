package dev.darkroom.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SinceTest {
  @ParameterizedTest
  @CsvSource({"45s, PT45S", "30m, PT30M", "1h, PT1H", "14d, PT336H"})
  void aTimeIsReadAsPeopleWriteIt(String text, Duration time) {
    assertThat(Since.parse(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "h", "1 h", "-1h", "1w", "PT1H"})
  void anythingElseIsRefusedWithExamples(String text) {
    assertThatThrownBy(() -> Since.parse(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("1h");
  }
}
