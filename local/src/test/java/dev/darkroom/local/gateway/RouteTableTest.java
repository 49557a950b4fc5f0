package dev.darkroom.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouteTableTest {
  private final RouteTable routes = new RouteTable();

  @Test
  void choosesAsTheDeveloperGuidesExamplesSay() {
    add("GET /pets/dog/1", "GET /pets/dog/{id}", "GET /pets/{proxy+}", "ANY /{proxy+}", "$default");

    assertThat(found("GET", "/pets/dog/1")).isEqualTo("GET /pets/dog/1");
    assertThat(found("GET", "/pets/dog/2")).isEqualTo("GET /pets/dog/{id}");
    assertThat(found("GET", "/pets/cat/1")).isEqualTo("GET /pets/{proxy+}");
    assertThat(found("POST", "/test/5")).isEqualTo("ANY /{proxy+}");
    assertThat(found("POST", "/")).isEqualTo("$default");
  }

  @Test
  void doesNotDependOnTheOrderOfRoutes() {
    add("$default", "ANY /{proxy+}", "GET /pets/{proxy+}", "GET /pets/dog/{id}", "GET /pets/dog/1");

    assertThat(found("GET", "/pets/dog/1")).isEqualTo("GET /pets/dog/1");
    assertThat(found("GET", "/pets/dog/2")).isEqualTo("GET /pets/dog/{id}");
    assertThat(found("GET", "/pets/cat/1")).isEqualTo("GET /pets/{proxy+}");
  }

  @Test
  void prefersAFullMatchToAGreedyOneAndAMethodToAny() {
    add("GET /a/b/{proxy+}", "GET /a/{x}/c", "ANY /a/{x}/c", "ANY /a/b/d");

    assertThat(found("GET", "/a/b/c")).isEqualTo("GET /a/{x}/c");
    assertThat(found("PUT", "/a/b/c")).isEqualTo("ANY /a/{x}/c");
    assertThat(found("GET", "/a/b/d")).isEqualTo("ANY /a/b/d");
    assertThat(found("GET", "/a/b/c/d")).isEqualTo("GET /a/b/{proxy+}");
  }

  @Test
  void findsNothingForAnotherMethodOrPath() {
    add("GET /jobs/{jobId}", "POST /uploads", "GET /files/{proxy+}");

    assertThat(found("POST", "/jobs/1")).isEmpty();
    assertThat(found("GET", "/jobs")).isEmpty();
    assertThat(found("GET", "/jobs/")).isEmpty();
    assertThat(found("GET", "/jobs/1/")).isEmpty();
    assertThat(found("GET", "/jobs/1/2")).isEmpty();
    assertThat(found("POST", "/Uploads")).isEmpty();
    assertThat(found("GET", "/files/")).isEmpty();
  }

  @Test
  void decodesPathParametersSegmentBySegment() {
    add("GET /jobs/{jobId}/{name}", "GET /files/{proxy+}", "GET /viewers/{email}");

    assertThat(parameters("/jobs/a%2Fb/caf%C3%A9%20+%25"))
        .isEqualTo(Map.of("jobId", "a/b", "name", "café +%"));
    assertThat(parameters("/viewers/ann%2Bphotos%40example.org"))
        .isEqualTo(Map.of("email", "ann+photos@example.org"));
    assertThat(parameters("/viewers/ann+photos@example.org"))
        .isEqualTo(Map.of("email", "ann+photos@example.org"));
    assertThat(parameters("/files/a%20b/c/")).isEqualTo(Map.of("proxy", "a b/c/"));
    assertThat(routes.find("GET", "/jobs/a/b").orElseThrow().route().key())
        .isEqualTo("GET /jobs/{jobId}/{name}");
  }

  @Test
  void refusesRoutesThatCannotBe() {
    add("GET /jobs");

    assertThatThrownBy(() -> add("GET /jobs")).hasMessageContaining("GET /jobs already");
    assertThatThrownBy(() -> add("GET jobs")).hasMessageContaining("slash");
    assertThatThrownBy(() -> add("GET /{proxy+}/x")).hasMessageContaining("must end");
    assertThatThrownBy(() -> add("GET /x{y}")).hasMessageContaining("whole segment");
    assertThatThrownBy(() -> add("FETCH /jobs")).hasMessageContaining("FETCH");
  }

  private void add(String... keys) {
    for (String key : keys) {
      String[] parts = key.split(" ");
      routes.add(new Route(parts[0], parts[parts.length - 1], "function", Optional.empty()));
    }
  }

  private String found(String method, String path) {
    return routes.find(method, path).map(match -> match.route().key()).orElse("");
  }

  private Map<String, String> parameters(String path) {
    return routes.find("GET", path).orElseThrow().pathParameters();
  }
}
