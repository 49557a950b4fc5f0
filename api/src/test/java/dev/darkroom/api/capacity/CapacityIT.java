package dev.darkroom.api.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.Answer;
import dev.darkroom.api.Client;
import dev.darkroom.api.contract.Contract;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a call of each route uses of DynamoDB's capacity is what docs/data-model.md says: measured,
 * of the functions as they are deployed and for typical records.
 */
class CapacityIT {
  private static final String OWNER = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
  private static final int IMAGES = 25;
  private static final String UPLOAD =
      "{\"fileName\":\"IMG_20260504_120000.jpg\",\"contentType\":\"image/jpeg\",\"contentLength\":2483112}";

  private static final Map<String, Consumed> measured = new LinkedHashMap<>();
  private static final Map<String, String> parameters = new LinkedHashMap<>();
  private static final Client owner = Client.of(Map.of()).as(OWNER, "[uploader]");
  private static DeployedFunctions functions;
  private static Set<String> described;
  private static String failedId = "";
  private static String eTag = "";

  @BeforeAll
  static void measure() throws Exception {
    functions = new DeployedFunctions(OWNER);
    described = Contract.read(Path.of("openapi.yaml")).routes().keySet();
    TypicalImages images = new TypicalImages(functions.dynamo());
    String imageId = "";
    for (int i = 0; i < IMAGES; i++) {
      imageId = images.add(OWNER).jobId();
    }
    failedId = images.addFailed(OWNER).jobId();
    parameters.put("jobId", imageId);
    parameters.put("imageId", imageId);
    parameters.put("label", "holiday");
    parameters.put("email", "vera@example.com");
    measureUploads();
    measureGallery();
    measureAccount();
  }

  @AfterAll
  static void stop() throws Exception {
    functions.close();
  }

  @Test
  void everyRouteIsMeasuredThatUsesTheTable() {
    Set<String> without = new TreeSet<>(described);
    without.removeAll(measured.keySet());
    assertThat(without).isSubsetOf("GET /api/settings");
  }

  @Test
  void eachRouteUsesWhatTheTableSays() throws Exception {
    Map<String, Consumed> table = CapacityTable.read();
    assertThat(table)
        .as(
            "The table should be:%n%s",
            measured.entrySet().stream()
                .map(route -> CapacityTable.row(route.getKey(), route.getValue()))
                .collect(Collectors.joining("\n")))
        .isEqualTo(measured);
  }

  private static void measureUploads() {
    call("POST /api/uploads", UPLOAD); // The first of an hour makes the counters.
    measure("POST /api/uploads", UPLOAD);
    measure("POST /api/uploads/batch", "{\"files\":[" + (UPLOAD + ",").repeat(9) + UPLOAD + "]}");
    call("GET /api/jobs", ""); // The first of all makes the key of the cursors.
    measure("GET /api/jobs", "");
    measure("GET /api/jobs/{jobId}", "");
    String completed = parameters.put("jobId", failedId);
    measure("POST /api/jobs/{jobId}/redrive", "");
    parameters.put("jobId", completed);
  }

  private static void measureGallery() {
    String albumId = text(call("POST /api/albums", "{\"title\":\"Holiday\"}"), "albumId");
    parameters.put("albumId", albumId);
    measure("GET /api/images", "");
    measure("GET /api/images/{imageId}", "");
    measure(
        "PATCH /api/images/{imageId}",
        "{\"caption\":\"By the lake\",\"albumId\":\"" + albumId + "\"}");
    measure("GET /api/images/{imageId}/original", "");
    measure("PUT /api/images/{imageId}/labels/{label}", "");
    measure("GET /api/labels", "");
    measure("DELETE /api/images/{imageId}/labels/{label}", "");
    measure("GET /api/images/{imageId}/comments", "");
    Optional<Answer> comment =
        measure("POST /api/images/{imageId}/comments", "{\"text\":\"Well seen.\"}");
    parameters.put("commentId", text(comment, "commentId"));
    measure("DELETE /api/images/{imageId}/comments/{commentId}", "");
    measure("GET /api/albums", "");
    measure("POST /api/albums", "{\"title\":\"Holiday\"}");
    measure("GET /api/albums/{albumId}", "");
    measure("PATCH /api/albums/{albumId}", "{\"title\":\"Lakes\"}");
    measure("PUT /api/albums/{albumId}/viewers/{email}", "");
    measure("DELETE /api/albums/{albumId}/viewers/{email}", "");
    measure("DELETE /api/images/{imageId}", "");
    measure("DELETE /api/albums/{albumId}", "");
  }

  private static void measureAccount() {
    call("GET /api/me", ""); // The first asks the issuer, and notes the address.
    measure("GET /api/me", "");
    measure("PATCH /api/me", "{\"displayName\":\"Olga\"}");
  }

  private static Optional<Answer> measure(String route, String body) {
    Meter.take();
    Optional<Answer> answer = call(route, body);
    Consumed used = Meter.take();
    answer.ifPresent(done -> measured.put(route, used));
    return answer;
  }

  /** Calls a route, if it is described, as the owner, with the entity tag of the answer before. */
  private static Optional<Answer> call(String route, String body) {
    if (!described.contains(route)) {
      return Optional.empty();
    }
    Map<String, String> headers = new HashMap<>();
    headers.put("authorization", "Bearer token");
    headers.put("if-match", eTag);
    Answer answer =
        Answer.of(
            functions.call(
                owner
                    .event(route)
                    .withStageVariables(DeployedFunctions.STAGE)
                    .withHeaders(headers)
                    .withPathParameters(parameters)
                    .withBody(body)
                    .build()));
    assertThat(answer.status()).as("%s: %s", route, answer.body()).isLessThan(400);
    eTag = answer.headers().getOrDefault("etag", eTag);
    return Optional.of(answer);
  }

  private static String text(Optional<Answer> answer, String field) {
    return answer.map(found -> found.text(field)).orElse("");
  }
}
