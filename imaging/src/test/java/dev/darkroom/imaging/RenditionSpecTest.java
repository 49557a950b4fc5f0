package dev.darkroom.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenditionSpecTest {

  @Test
  void readsAListFromLargeToSmall() {
    assertThat(RenditionSpec.parseList("small:160,large:1280,medium-2:480"))
        .containsExactly(
            new RenditionSpec("large", 1280),
            new RenditionSpec("medium-2", 480),
            new RenditionSpec("small", 160));
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
            "Rendition 'small=160' in 'large:1280,small=160' is not name:pixels,"
                + " as in large:1280");
  }
}
