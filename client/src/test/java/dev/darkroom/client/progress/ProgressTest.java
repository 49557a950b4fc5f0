package dev.darkroom.client.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.client.progress.Progress.Transfer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final PrintStream terminal = new PrintStream(shown, true, UTF_8);

  @Test
  void eachFileThatIsSentHasABarAndAllHaveOne() {
    try (Bars bars = new Bars(terminal, 100)) {
      bars.expect(3, 4000);
      Transfer cat = bars.begin("cat.jpg", 1000);
      bars.begin("dog.jpg", 2000);
      bars.skip("fox.jpg", 1000);
      cat.advance(500);
      assertThat(screen(bars))
          .contains(
              "cat.jpg",
              " 50 %  500 B of 1 kB",
              "dog.jpg",
              "  0 %  0 B of 2 kB",
              " 37 %  2 kB of 4 kB");
      cat.restart();
      assertThat(screen(bars)).contains("  0 %  0 B of 1 kB").doesNotContain(" 50 %");
      cat.advance(1000);
      cat.end(true);
      bars.settle();
      assertThat(screen(bars))
          .contains("1 of 3 done", " 50 %  2 kB of 4 kB")
          .doesNotContain("cat.jpg");
    }
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    try (Bars bars = new Bars(terminal, 60)) {
      bars.expect(1, 123_456_789);
      bars.begin("a very long name of a photo that somebody took in the harbour.jpg", 123_456_789);
      assertThat(screen(bars).lines())
          .allSatisfy(
              line ->
                  assertThat(line.replaceAll("\u001b\\[\\d*[AJ]|\r", "").length()).isLessThan(60));
    }
  }

  @Test
  void barsMoveByThemselvesAndAreGoneInTheEnd() throws InterruptedException {
    Bars bars = new Bars(terminal, 80);
    bars.expect(1, 10);
    bars.begin("cat.jpg", 10);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (!shown.toString(UTF_8).contains("cat.jpg") && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    bars.close();
    assertThat(shown.toString(UTF_8)).contains("cat.jpg").endsWith("\u001b[2A\r\u001b[J");
  }

  @Test
  void withoutATerminalThereIsALineAFile() {
    Lines lines = new Lines(terminal);
    lines.expect(2, 717_000);
    lines.begin("cat.jpg", 717_000).end(true);
    lines.begin("d\u001bog.jpg", 5).end(false);
    assertThat(shown.toString(UTF_8).lines())
        .containsExactly("2 files, 717 kB", "cat.jpg  sent  717 kB", "d?og.jpg  not sent  5 B");
  }

  @ParameterizedTest
  @CsvSource({"0, 0 B", "999, 999 B", "1000, 1 kB", "24100000, 24.1 MB", "2500000000, 2.50 GB"})
  void sizesHaveThreeFigures(long bytes, String text) {
    assertThat(Figures.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"harbour.jpg, 12, 'harbour.jpg '", "harbour.jpg, 8, har….jpg"})
  void aNameThatIsTooLongLosesItsMiddle(String name, int width, String fitted) {
    assertThat(Figures.fit(name, width)).isEqualTo(fitted);
  }

  /** What is drawn now. */
  private String screen(Bars bars) {
    shown.reset();
    bars.say("");
    return shown.toString(UTF_8);
  }
}
