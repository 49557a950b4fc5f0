package dev.darkroom.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is wrong with a request is told by name, on each route, and nothing is done. */
@ExtendWith(RunningCloud.class)
class RefusalsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FILE =
      "{\"fileName\":\"a.png\",\"contentType\":\"image/png\",\"contentLength\":1}";
  private static final int FILES_A_CALL = 50;
  private static final int CALLS_AN_HOUR = 10;
  private static final int LARGEST_BODY_OF_ALL = 256 * 1024;

  private static RunningCloud running;
  private static Person owner;
  private static SharedAlbum album;

  @BeforeAll
  static void share() throws Exception {
    running = RunningCloud.get();
    owner = Person.join(running, "rosa", "uploader");
    album = SharedAlbum.of(running, owner, Person.join(running, "victor", "viewer"));
  }

  @TestFactory
  Stream<DynamicTest> aParameterThatIsNotKnown() throws Exception {
    return TemplateRoutes.read().stream()
        .map(
            route ->
                dynamicTest(
                    route,
                    () -> {
                      JsonNode problem = refused(route, "?colour=red", RightBodies.of(route));
                      assertThat(problem.path("field").asText()).isEqualTo("colour");
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aFieldThatIsNotKnown() {
    return eachBody(
        (route, body) -> {
          JsonNode problem = refused(route, "", "{\"colour\":1," + body.substring(1));
          assertThat(problem.path("field").asText()).isEqualTo("colour");
        });
  }

  @TestFactory
  Stream<DynamicTest> aFieldOfAnotherType() {
    return eachBody(
        (route, body) -> {
          String name = JSON.readTree(body).fieldNames().next();
          JsonNode problem = refused(route, "", "{\"" + name + "\":{\"a\":1}}");
          assertThat(problem.path("field").asText()).isEqualTo(name);
        });
  }

  @TestFactory
  Stream<DynamicTest> whatIsNoJsonObject() {
    return eachBody(
        (route, body) -> {
          for (String wrong : new String[] {body + "}", "[" + body + "]", "null", "\"x\""}) {
            assertThat(name(refused(route, "", wrong))).as(wrong).isEqualTo("invalid-body");
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aBodyThatIsTooLarge() {
    return eachBody(
        (route, body) -> {
          JsonNode problem = refused(route, "", body + " ".repeat(LARGEST_BODY_OF_ALL));
          assertThat(name(problem)).isEqualTo("body-too-large");
        });
  }

  @TestFactory
  Stream<DynamicTest> aChangeOfAnUnknownOrAnotherState() {
    return RightBodies.routes().stream()
        .filter(route -> route.startsWith("PATCH "))
        .map(
            route ->
                dynamicTest(
                    route,
                    () -> {
                      assertThat(send(route, "", RightBodies.of(route), Map.of()).statusCode())
                          .isEqualTo(428);
                      Map<String, String> stale = Map.of("if-match", "\"AAAAAAAAAAAAAAAA\"");
                      assertThat(send(route, "", RightBodies.of(route), stale).statusCode())
                          .isEqualTo(412);
                    }));
  }

  @Test
  void moreUploadsThanAnHourHasRoomFor() throws Exception {
    Person busy = Person.join(running, "bea", "uploader");
    String files =
        "{\"files\":[" + String.join(",", Collections.nCopies(FILES_A_CALL, FILE)) + "]}";
    for (int i = 0; i < CALLS_AN_HOUR; i++) {
      busy.done("POST", "/uploads/batch", files, Map.of());
    }
    for (String path : new String[] {"/uploads/batch", "/uploads"}) {
      HttpResponse<String> answer =
          busy.send("POST", path, path.endsWith("batch") ? files : FILE, Map.of());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
      assertThat(name(JSON.readTree(answer.body()))).isEqualTo("too-many-uploads");
      assertThat(Integer.parseInt(answer.headers().firstValue("retry-after").orElseThrow()))
          .isBetween(1, 3600);
    }
    owner.done("POST", "/uploads", FILE, Map.of());
  }

  private interface Check {
    void run(String route, String body) throws Exception;
  }

  private static Stream<DynamicTest> eachBody(Check check) {
    return RightBodies.routes().stream()
        .map(route -> dynamicTest(route, () -> check.run(route, RightBodies.of(route))));
  }

  /** The problem that a request, right but for this, is refused with. */
  private static JsonNode refused(String route, String query, String body) throws Exception {
    Map<String, String> condition =
        route.startsWith("PATCH ") ? Map.of("if-match", owner.eTag(path(route))) : Map.of();
    HttpResponse<String> answer = send(route, query, body, condition);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(running.contract().takeViolations()).isEmpty();
    return JSON.readTree(answer.body());
  }

  private static HttpResponse<String> send(
      String route, String query, String body, Map<String, String> headers) throws Exception {
    return owner.send(route.split(" ")[0], path(route) + query, body, headers);
  }

  private static String path(String route) {
    return album.path(route.split(" ")[1]);
  }

  private static String name(JsonNode problem) {
    return problem.path("type").asText().replace("urn:darkroom:problem:", "");
  }
}
