package dev.darkroom.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** The routes that template.yaml deploys. */
final class TemplateRoutes {
  private TemplateRoutes() {}

  /** As {@code GET /api/jobs/{jobId}}. */
  static Set<String> read() throws IOException {
    Set<String> routes = new TreeSet<>();
    JsonNode template = new YAMLMapper().readTree(RunningCloud.TEMPLATE.toFile());
    for (JsonNode resource : template.path("Resources")) {
      for (JsonNode event : resource.path("Properties").path("Events")) {
        if (event.path("Type").asText().equals("HttpApi")) {
          JsonNode route = event.path("Properties");
          routes.add(route.path("Method").asText() + " " + route.path("Path").asText());
        }
      }
    }
    return routes;
  }
}
