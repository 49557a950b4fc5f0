package dev.darkroom.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenditionSpecTest {

  @Test
  void readsAListFromLargeToSmall() {
    assertThat(RenditionSpec.parseList("small:160,large:1280,medium-2:480"))
        .containsExactly(inside("large", 1280), inside("medium-2", 480), inside("small", 160));
  }

  @ParameterizedTest
  @CsvSource({
    "a:300, 300, 300, INSIDE, AUTO",
    "a:400x300, 400, 300, INSIDE, AUTO",
    "a:1x10000, 1, 10000, INSIDE, AUTO",
    "a:300:inside, 300, 300, INSIDE, AUTO",
    "a:300:cover, 300, 300, COVER, AUTO",
    "a:300:auto, 300, 300, INSIDE, AUTO",
    "a:300:jpeg, 300, 300, INSIDE, JPEG",
    "a:300:png, 300, 300, INSIDE, PNG",
    "a:400x300:cover:jpeg, 400, 300, COVER, JPEG",
    "a:400x300:inside:png, 400, 300, INSIDE, PNG",
    "a:400x300:cover:auto, 400, 300, COVER, AUTO"
  })
  void readsBoxFitAndFormat(
      String entry, int width, int height, RenditionFit fit, RenditionFormat format) {
    assertThat(RenditionSpec.parseList(entry))
        .containsExactly(new RenditionSpec("a", new PixelSize(width, height), fit, format));
  }

  @Test
  void ordersByTheAreaOfTheBoxAndKeepsTheOrderOfEqualOnes() {
    assertThat(RenditionSpec.parseList("a:100x40,b:64,c:40x100:cover,d:62,e:10000x1"))
        .extracting(RenditionSpec::name)
        .containsExactly("e", "b", "a", "c", "d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "large",
        "large:",
        ":1280",
        "large:1280,",
        "large:1280, small:160",
        " large:1280",
        "Large:1280",
        "1st:1280",
        "-a:1280",
        "a/b:1280",
        "large:0",
        "large:-1",
        "large:10001",
        "large:99999999999",
        "large:12.5",
        "large:1280:2",
        "large:1280x",
        "large:x1280",
        "large:1280X720",
        "large:1280x0",
        "large:0x1280",
        "large:1280x10001",
        "large:1280x720x3",
        "large:1280:",
        "large:1280::jpeg",
        "large:1280:jpeg:cover",
        "large:1280:cover:cover",
        "large:1280:Cover",
        "large:1280:contain",
        "large:1280:cover:gif",
        "large:1280:cover:jpeg:80",
        "large:1280,large:480"
      })
  void refusesWhatIsNoSuchList(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RenditionSpec.parseList(text))
        .withMessageContaining("Rendition");
  }

  @Test
  void namesTheEntryThatIsWrong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RenditionSpec.parseList("large:1280,small=160"))
        .withMessage(
            "Rendition 'small=160' in 'large:1280,small=160' is not name:size, as in large:1280 or"
                + " card:400x300:cover:jpeg");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RenditionSpec.parseList("a:10,b:20:fill:png"))
        .withMessage("Rendition 'b:20:fill:png' has 'fill' as its fit, not inside or cover");
  }

  @ParameterizedTest
  @ValueSource(strings = {"card:400:webp", "card:400:cover:webp"})
  void saysThatWebpIsNotWritten(String entry) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RenditionSpec.parseList(entry))
        .withMessage(
            "Rendition '"
                + entry
                + "' has 'webp' behind its size, not inside or cover, nor auto, jpeg or png;"
                + " WebP is read but not written");
  }

  /** Any list that is put together by the grammar gives what it was put together from. */
  @Test
  void readsWhatFollowsTheGrammar() {
    Random random = new Random(11);
    for (int round = 0; round < 500; round++) {
      List<RenditionSpec> specs = new ArrayList<>();
      List<String> entries = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(5); i++) {
        int width = 1 + random.nextInt(10_000);
        int height = random.nextBoolean() ? width : 1 + random.nextInt(10_000);
        RenditionFit fit = oneOf(random, RenditionFit.values());
        RenditionFormat format = oneOf(random, RenditionFormat.values());
        specs.add(new RenditionSpec("r-" + i, new PixelSize(width, height), fit, format));
        entries.add(
            "r-"
                + i
                + ":"
                + (width == height && random.nextBoolean() ? width : width + "x" + height)
                + (fit == RenditionFit.INSIDE && random.nextBoolean() ? "" : ":" + fit.word())
                + (format == RenditionFormat.AUTO && random.nextBoolean()
                    ? ""
                    : ":" + format.word()));
      }
      Collections.shuffle(entries, random);

      assertThat(RenditionSpec.parseList(String.join(",", entries)))
          .containsExactlyInAnyOrderElementsOf(specs);
    }
  }

  @SafeVarargs
  private static <T> T oneOf(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static RenditionSpec inside(String name, int edge) {
    return new RenditionSpec(
        name, new PixelSize(edge, edge), RenditionFit.INSIDE, RenditionFormat.AUTO);
  }
}
