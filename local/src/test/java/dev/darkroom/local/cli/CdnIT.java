package dev.darkroom.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The template with a key pair: what the API signs, the embedded CloudFront takes. */
class CdnIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path PHOTO = Path.of("..", "samples", "rocket.jpg");

  @TempDir private static Path folder;
  private static Up up;
  private static String jobId;
  private static Map<String, JsonNode> renditions;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void process() throws Exception {
    up = Up.start(folder, "--cdn");
    jobId = up.completed(PHOTO);
    renditions = renditions();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    up.stop();
    up.close();
  }

  @Test
  void everyRenditionIsDeliveredByTheDistribution() throws Exception {
    assertThat(renditions).containsOnlyKeys("large", "medium", "small");
    for (JsonNode rendition : renditions.values()) {
      HttpResponse<byte[]> answer = get(url(rendition));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).hasSize(rendition.path("bytes").asInt());
      assertThat(answer.headers().firstValue("content-type"))
          .hasValue(rendition.path("contentType").asText());
      assertThat(answer.headers().firstValue("cache-control"))
          .hasValue("private, max-age=31536000, immutable");
    }
  }

  @Test
  void oneSignatureServesAllRenditionsOfTheImage() {
    assertThat(renditions.values().stream().map(rendition -> url(rendition).getRawQuery()))
        .hasSize(3)
        .containsOnly(url(renditions.get("large")).getRawQuery());
  }

  @Test
  void theSignatureOfOneImageOpensNoOther() throws Exception {
    URI large = url(renditions.get("large"));
    URI other = URI.create(large.toString().replace(jobId, "01JX4N7Q0Z8W3V5T2R9P6K1M4H"));

    assertThat(get(other).statusCode()).isEqualTo(403);
  }

  @Test
  void withoutASignatureNothingIsDelivered() throws Exception {
    URI bare = URI.create(url(renditions.get("large")).toString().replaceFirst("\\?.*", ""));

    HttpResponse<byte[]> answer = get(bare);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("MissingKey");
  }

  private HttpResponse<byte[]> get(URI uri) throws Exception {
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
  }

  private static URI url(JsonNode rendition) {
    return URI.create(rendition.path("url").asText());
  }

  private static Map<String, JsonNode> renditions() throws Exception {
    JsonNode job = JSON.readTree(up.api().job(jobId));
    return StreamSupport.stream(job.path("renditions").spliterator(), false)
        .collect(
            Collectors.toMap(rendition -> rendition.path("name").asText(), Function.identity()));
  }
}
