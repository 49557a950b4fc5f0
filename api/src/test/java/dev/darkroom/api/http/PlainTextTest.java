package dev.darkroom.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "Zürich & <b>", "日本", "👩‍👧‍👦", "a\nb", "", "e\u0301", "\u202ba"})
  void keepsWhatPeopleWrite(String text) {
    assertThat(PlainText.checked("caption", text, 300)).isEqualTo(text);
  }

  @Test
  void leavesOutWhiteSpaceAroundTheText() {
    assertThat(PlainText.checked("caption", " \t\r\n a b \n", 3)).isEqualTo("a b");
    assertThat(PlainText.checked("caption", " \n ", 3)).isEmpty();
  }

  @Test
  void makesEachLineBreakOneCharacter() {
    assertThat(PlainText.checked("caption", "a\r\nb\rc\nd", 7)).isEqualTo("a\nb\nc\nd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\u0000b", "a\tb", "a\u001bb", "a\u007fb", "a\u0085b", "a\u2028b", "\ud800a"})
  void refusesWhatCannotBeSeen(String text) {
    assertThatThrownBy(() -> PlainText.checked("caption", text, 300))
        .isInstanceOf(InvalidField.class)
        .hasMessageContaining("control character");
  }

  @Test
  void countsCharactersNotTheirParts() {
    assertThat(PlainText.checked("caption", "👍".repeat(300), 300)).hasSize(600);
    assertThatThrownBy(() -> PlainText.checked("caption", "👍".repeat(301), 300))
        .isInstanceOf(InvalidField.class)
        .hasMessageContaining("301")
        .hasMessageContaining("300");
  }
}
