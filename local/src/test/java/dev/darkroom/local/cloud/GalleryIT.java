package dev.darkroom.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Images as their owner describes and fetches them, through the gateway. */
@ExtendWith(RunningCloud.class)
class GalleryIT {
  private final RunningCloud running = RunningCloud.get();
  private ApiCalls api;

  @BeforeEach
  void signIn() throws Exception {
    api = new ApiCalls(running.apiUrl(), running.user().signIn());
  }

  @Test
  void whatIsSaidBeforeTheFileComesHoldsOnceTheImageIsReady() throws Exception {
    JsonNode ticket = api.announce(Pictures.CAT);
    String image = "/images/" + ticket.path("jobId").asText();
    assertThat(api.status("PUT", image + "/labels/%23window%20seat")).isEqualTo(200);
    String eTag = api.send("GET", image, null).headers().firstValue("etag").orElseThrow();
    assertThat(
            api.send("PATCH", image, "{\"caption\": \"Zoë at home\"}", "If-Match", eTag)
                .statusCode())
        .isEqualTo(200);
    assertThat(api.put(ticket, Pictures.CAT)).isEqualTo(200);
    running.settled(ticket.path("jobId").asText());
    JsonNode done = api.get(image);
    assertThat(done.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(done.path("caption").asText()).isEqualTo("Zoë at home");
    assertThat(labels(done)).contains("Cat", "window seat");
    String id = done.path("imageId").asText();
    assertThat(ids(api.get("/images?label=window%20seat"))).contains(id);
    assertThat(ids(api.get("/images?text=ZO%C3%8B"))).contains(id);
    assertThat(ids(api.get("/images"))).contains(id);
    assertThat(api.get("/labels").path("items").toString()).contains("window seat");
  }

  @Test
  void ofTwoCaptionsFromOneStateOneIsRefused() throws Exception {
    String id = running.api().upload(Pictures.ROCKET);
    running.settled(id);
    String image = "/images/" + id;
    String eTag = api.send("GET", image, null).headers().firstValue("etag").orElseThrow();
    List<Integer> statuses =
        Stream.of("one", "two")
            .parallel()
            .map(text -> patch(image, "{\"caption\": \"" + text + "\"}", eTag))
            .toList();
    assertThat(statuses).containsExactlyInAnyOrder(200, 412);
  }

  @Test
  void theOriginalComesAsItWasSentToBeSavedUnderItsName() throws Exception {
    String id = running.api().upload(Pictures.ROCKET);
    running.settled(id);
    JsonNode original = api.get("/images/" + id + "/original");
    HttpResponse<byte[]> file = api.fetch(original.path("url").asText());
    assertThat(file.body()).isEqualTo(Files.readAllBytes(Pictures.ROCKET));
    assertThat(file.headers().firstValue("content-disposition").orElse(""))
        .startsWith("attachment;")
        .contains("rocket.jpg");
  }

  private int patch(String path, String body, String eTag) {
    try {
      return api.send("PATCH", path, body, "If-Match", eTag).statusCode();
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> labels(JsonNode image) {
    return StreamSupport.stream(image.path("labels").spliterator(), false)
        .map(label -> label.path("name").asText())
        .toList();
  }

  private static List<String> ids(JsonNode page) {
    return StreamSupport.stream(page.path("items").spliterator(), false)
        .map(image -> image.path("imageId").asText())
        .toList();
  }
}
