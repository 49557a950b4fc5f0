package dev.darkroom.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ContentTypesTest {
  static List<String> accepted() throws IOException {
    String openApi = Files.readString(Path.of("..", "api", "openapi.yaml"));
    Object document = new Load(LoadSettings.builder().build()).loadFromString(openApi);
    List<String> types = new ArrayList<>();
    new ObjectMapper()
        .valueToTree(document)
        .at("/components/schemas/NewUpload/properties/contentType/enum")
        .forEach(type -> types.add(type.asText()));
    return types;
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void everyTypeThatTheApiAcceptsIsAnnounced(String type) {
    String extension = type.substring(type.indexOf('/') + 1);
    assertThat(ContentTypes.of(Path.of("photo." + extension))).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "a.JPG, image/jpeg",
    "b.tif, image/tiff",
    "c.heic, image/jpeg",
    "photo, image/jpeg",
  })
  void capitalsAndShortNamesCountAndTheRestIsAnnouncedAsJpeg(String name, String type) {
    assertThat(ContentTypes.of(Path.of(name))).isEqualTo(type);
  }
}
