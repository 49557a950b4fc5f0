package dev.darkroom.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the project's own template lets be set. */
class ProjectParametersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "large:1280,medium:480,small:160",
        "one:1",
        "a:10000x10000",
        "wide-2:1280x400:cover:jpeg",
        "square:480x480:cover,icon:64:png",
        "same:640:inside:auto"
      })
  void takesRenditions(String renditions) throws IOException {
    assertThat(scope(renditions)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "large",
        "large:",
        "Large:1280",
        "large:0",
        "large:10001",
        "large:1280x",
        "large:1280x0",
        "large:1280x10001",
        "large:1280X480",
        "large:1280:fill",
        "large:1280:jpeg:cover",
        "large:1280:cover:webp",
        "large:1280:",
        "large:1280,",
        "large:1280, small:160"
      })
  void refusesRenditions(String renditions) {
    assertThatThrownBy(() -> scope(renditions))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessageContaining("Renditions")
        .hasMessageContaining("name:size[:fit][:format]");
  }

  private static Scope scope(String renditions) throws IOException {
    return Template.read(Path.of("..", "template.yaml"))
        .scope(
            new Stack("us-east-1", "000000000000", "darkroom"), Map.of("Renditions", renditions));
  }
}
