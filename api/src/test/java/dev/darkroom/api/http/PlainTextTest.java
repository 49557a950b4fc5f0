package dev.darkroom.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "Zürich & <b>", "日本", "👩‍👧‍👦", "a\nb", "", "\u200fa"})
  void keepsWhatPeopleWrite(String text) {
    assertThat(PlainText.lines("caption", text, 0, 300)).isEqualTo(text);
  }

  @Test
  void leavesOutWhiteSpaceAroundTheText() {
    assertThat(PlainText.lines("caption", " \t\r\n a b \n", 1, 3)).isEqualTo("a b");
    assertThat(PlainText.lines("caption", " \n ", 0, 3)).isEmpty();
    assertThat(PlainText.line("title", " a b \n", 3)).isEqualTo("a b");
  }

  @Test
  void makesEachLineBreakOneCharacter() {
    assertThat(PlainText.lines("caption", "a\r\nb\rc\nd", 1, 7)).isEqualTo("a\nb\nc\nd");
  }

  @Test
  void joinsALetterAndItsAccent() {
    assertThat(PlainText.line("title", "e\u0301", 1)).isEqualTo("\u00e9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b",
        "a\tb",
        "a\u001bb",
        "a\u007fb",
        "a\u0085b",
        "a\u2028b",
        "\ud800a",
        "a\u202eb",
        "a\u2066b"
      })
  void refusesWhatCannotBeSeen(String text) {
    assertThatThrownBy(() -> PlainText.lines("caption", text, 0, 300))
        .isInstanceOf(InvalidField.class);
    assertThatThrownBy(() -> PlainText.line("title", text, 300)).isInstanceOf(InvalidField.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "a\nb"})
  void aLineSaysSomethingOnOneLine(String text) {
    assertThatThrownBy(() -> PlainText.line("title", text, 300)).isInstanceOf(InvalidField.class);
  }

  @Test
  void countsCharactersNotTheirParts() {
    assertThat(PlainText.lines("caption", "👍".repeat(300), 0, 300)).hasSize(600);
    assertThatThrownBy(() -> PlainText.lines("caption", "👍".repeat(301), 0, 300))
        .isInstanceOf(InvalidField.class)
        .hasMessageContaining("301")
        .hasMessageContaining("300");
    assertThatThrownBy(() -> PlainText.lines("text", " \n", 1, 300))
        .isInstanceOf(InvalidField.class)
        .hasMessageContaining("1 to 300");
  }
}
