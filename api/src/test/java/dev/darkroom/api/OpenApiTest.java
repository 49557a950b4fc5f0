package dev.darkroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.api.uploads.NewUpload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That answers are as described, each test of a route holds; here is what they do not reach. */
class OpenApiTest {
  private final OpenApi openApi = OpenApi.read();

  @Test
  void everyExampleHasTheFormOfItsSchema() {
    List<JsonNode> contents = new ArrayList<>();
    contents(openApi.document(), contents);

    int examples = 0;
    for (JsonNode content : contents) {
      for (JsonNode example : content.path("examples")) {
        openApi.conforms(content.path("schema").path("$ref").asText(), example.path("value"));
        examples++;
      }
    }
    assertThat(examples).isGreaterThanOrEqualTo(contents.size()).isPositive();
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    for (JsonNode reference : openApi.document().findValues("$ref")) {
      assertThat(openApi.document().at(reference.asText().substring(1)).isMissingNode())
          .as(reference.asText())
          .isFalse();
    }
  }

  @Test
  void theTypesThatAreAcceptedAreTheSame() {
    List<String> described = new ArrayList<>();
    JsonNode schemas = openApi.document().path("components").path("schemas");
    schemas
        .at("/NewUpload/properties/contentType/enum")
        .forEach(type -> described.add(type.asText()));

    assertThat(described).isEqualTo(NewUpload.CONTENT_TYPES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ticket",
        "Tickets",
        "Job",
        "JobPage",
        "Redrive",
        "Settings",
        "Capture",
        "Position",
        "Sequence",
        "Rendition",
        "Label",
        "Box",
        "ImageProperties",
        "JobError",
        "Album",
        "AlbumPage",
        "AlbumDeletion",
        "Comment",
        "Author",
        "CommentPage",
        "Image",
        "ImagePage",
        "ImageLabel",
        "LabelPage",
        "LabelCount",
        "Original",
        "Me",
        "Avatar"
      })
  void everyPropertyOfAnAnswerIsAlwaysThere(String name) {
    JsonNode schema = openApi.document().path("components").path("schemas").path(name);

    List<String> required = new ArrayList<>();
    schema.path("required").forEach(property -> required.add(property.asText()));
    assertThat(schema.path("properties").properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrderElementsOf(required);
    assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
  }

  private static void contents(JsonNode node, List<JsonNode> found) {
    if (node.path("content").isObject()) {
      node.path("content").forEach(found::add);
    }
    node.forEach(child -> contents(child, found));
  }
}
