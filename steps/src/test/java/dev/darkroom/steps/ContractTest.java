package dev.darkroom.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.core.IndexEntries;
import dev.darkroom.imaging.ImageFormat;
import dev.darkroom.imaging.RenditionSpec;
import dev.darkroom.imaging.UnreadableImage;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The template, the API's description and its page name what imaging and the steps have. */
class ContractTest {
  private static final Pattern CODE = Pattern.compile("(?<=`)[A-Z_]{4,}(?=`.*\\|.*\\|)");

  @Test
  void theApiAcceptsTheFormatsThatAreDecoded() {
    JsonNode types =
        ProjectFiles.yaml("api/openapi.yaml")
            .at("/components/schemas/NewUpload/properties/contentType/enum");
    assertThat(types)
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ImageFormat.values()).map(ImageFormat::contentType).toList());
  }

  @Test
  void everyCodeOfARefusalIsToldToClients() {
    List<String> ofTheSteps =
        List.of(
            "FILE_TOO_LARGE",
            "DELETED",
            "REPLACED",
            "STEP_FAILED",
            "TIMED_OUT",
            "ABORTED",
            "EXECUTION_LOST");
    Stream<String> ofImaging = Arrays.stream(UnreadableImage.Reason.values()).map(Enum::name);
    String page = ProjectFiles.text("docs/api.md");
    String table = page.substring(page.indexOf("### Why a job was rejected or failed"));
    assertThat(CODE.matcher(table.split("\n##")[0]).results().map(code -> code.group()))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(ofTheSteps.stream(), ofImaging).toList());
  }

  @Test
  void asManyLabelsAreKeptAsAreIndexed() {
    assertThat(ProjectFiles.yaml("template.yaml").at("/Parameters/MaximumLabels/MaxValue").asInt())
        .isEqualTo(IndexEntries.MOST_FOUND);
  }

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
  void imagingReadsTheRenditionsThatTheTemplateTakes(String renditions) {
    assertThat(allowed(renditions)).isTrue();
    assertThatCode(() -> RenditionSpec.parseList(renditions)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Large:1280",
        "large:0",
        "large:10001",
        "large:1280x",
        "large:1280x0",
        "large:1280:fill",
        "large:1280:jpeg:cover",
        "large:1280:cover:webp",
        "large:1280:",
        "large:1280, small:160"
      })
  void imagingReadsNoOthers(String renditions) {
    assertThat(allowed(renditions)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> RenditionSpec.parseList(renditions));
  }

  private static boolean allowed(String renditions) {
    return renditions.matches(
        ProjectFiles.yaml("template.yaml").at("/Parameters/Renditions/AllowedPattern").asText());
  }
}
