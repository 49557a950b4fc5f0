package dev.darkroom.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTableTest {

  @Test
  void figuresStandToTheRight() {
    MarkdownTable table = MarkdownTable.ofFigures(List.of("photo", "ms")).row(List.of("a|b", "12"));

    assertThat(table).hasToString("| photo | ms |\n|---|--:|\n| a\\|b | 12 |\n");
  }

  @Test
  void aRowHasACellForEachTitle() {
    MarkdownTable table = MarkdownTable.ofFigures(List.of("photo", "ms"));

    assertThatThrownBy(() -> table.row(List.of("a"))).isInstanceOf(IllegalArgumentException.class);
  }
}
