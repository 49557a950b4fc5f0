package dev.darkroom.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "a\nb", "a\r\nb", " a ", "👩‍👧", "<b>"})
  void linesAreTakenAsTheyAre(String text) {
    assertThat(PlainText.lines("text", text, 10)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "a\tb", "a\0", "a\u007f", "a\ud800", "a\u202eb"})
  void whatIsNotSeenIsRefused(String text) {
    assertThatExceptionOfType(InvalidField.class)
        .isThrownBy(() -> PlainText.lines("text", text, 10));
  }

  @Test
  void lengthsAreInCodePoints() {
    assertThat(PlainText.lines("text", "🌊🌊", 2)).isEqualTo("🌊🌊");
    assertThat(PlainText.checked("text", " 🌊🌊 ", 2)).isEqualTo("🌊🌊");
    assertThatExceptionOfType(InvalidField.class)
        .isThrownBy(() -> PlainText.lines("text", "🌊🌊🌊", 2));
    assertThatExceptionOfType(InvalidField.class)
        .isThrownBy(() -> PlainText.checked("text", "🌊🌊🌊", 2));
  }
}
