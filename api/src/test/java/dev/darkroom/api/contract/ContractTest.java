package dev.darkroom.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That the contract is kept says something only if a breach of it is found. */
class ContractTest {
  private static final Contract CONTRACT = Contract.read(Path.of("openapi.yaml"));
  private static final String GET = "GET /api/jobs/{jobId}";
  private static final String CREATE = "POST /api/uploads";
  private static final String ID = "01JX4N7Q0Z8W3V5T2R9P6K1M4H";

  private final ObjectNode job =
      (ObjectNode)
          CONTRACT
              .document()
              .at("/paths/~1jobs~1{jobId}/get/responses/200/content/application~1json")
              .at("/examples/completed/value")
              .deepCopy();

  @Test
  void aDescribedAnswerIsRight() {
    assertThat(CONTRACT.wrongIn(GET, answer(200, job, Map.of()))).isEmpty();
    assertThat(CONTRACT.wrongIn(GET, answer(200, job, Map.of("retry-after", "3")))).isEmpty();
  }

  @Test
  void aPropertyThatIsNotDescribedIsWrong() {
    assertThat(CONTRACT.wrongIn(GET, answer(200, job.put("etag", 1), Map.of())))
        .singleElement()
        .asString()
        .contains("etag");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobId", "capture", "error", "renditions"})
  void aPropertyThatIsMissingIsWrong(String name) {
    job.remove(name);
    assertThat(CONTRACT.wrongIn(GET, answer(200, job, Map.of())))
        .singleElement()
        .asString()
        .contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "createdAt, \"2026-05-04T10:00:00.12Z\"",
    "jobId, \"01jx4n7q0z8w3v5t2r9p6k1m4h\"",
    "bytes, 1.5",
    "bytes, null",
    "status, \"DONE\"",
    "sequence, '{\"frames\":12,\"used\":2}'",
    "labels, '[{\"name\":\"Cat\",\"confidence\":101,\"parents\":[],\"instances\":[]}]'"
  })
  void aValueOfAnotherFormIsWrong(String name, String value) throws Exception {
    job.set(name, new ObjectMapper().readTree(value));
    assertThat(CONTRACT.wrongIn(GET, answer(200, job, Map.of()))).isNotEmpty();
    assertThat(CONTRACT.wrongIn("#/components/schemas/Job", job)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"retry-after, 6", "retry-after, soon", "cache-control, private", "x-more, 1"})
  void aHeaderThatIsNotAsDescribedIsWrong(String name, String value) {
    assertThat(CONTRACT.wrongIn(GET, answer(200, job, Map.of(name, value)))).hasSize(1);
  }

  @Test
  void aHeaderThatIsMissingIsWrong() {
    ReceivedResponse bare =
        new ReceivedResponse(200, Map.of("content-type", "application/json"), job.toString());
    assertThat(CONTRACT.wrongIn(GET, bare)).singleElement().asString().contains("Cache-Control");
  }

  @Test
  void aHeaderMayHoldQuotes() {
    Map<String, String> headers =
        Map.of("content-type", "application/json", "www-authenticate", "Bearer error=\"no\"");
    String body = "{\"message\":\"Unauthorized\"}";
    assertThat(CONTRACT.wrongIn(GET, new ReceivedResponse(401, headers, body))).isEmpty();
  }

  @Test
  void aStatusThatIsNotDescribedIsWrong() {
    assertThat(CONTRACT.wrongIn(GET, answer(202, job, Map.of())))
        .singleElement()
        .asString()
        .contains("202");
  }

  @Test
  void anAnswerOfAnotherTypeIsWrong() {
    assertThat(CONTRACT.wrongIn(GET, answer(200, job, Map.of("content-type", "text/html"))))
        .hasSize(1);
    assertThat(
            CONTRACT.wrongIn(
                GET, answer(404, job, Map.of("content-type", "application/problem+json"))))
        .as("a job is no problem document")
        .hasSize(1);
  }

  @Test
  void anAnswerWithoutItsBodyIsWrong() {
    ReceivedResponse empty = new ReceivedResponse(200, Map.of("cache-control", "no-store"), "");
    assertThat(CONTRACT.wrongIn(GET, empty)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"fileName\":\"a\",\"contentType\":\"image/png\",\"contentLength\":1}', true",
    "'{\"fileName\":\"a\",\"contentType\":\"image/png\",\"contentLength\":\"1\"}', false",
    "'{\"fileName\":\"a/b\",\"contentType\":\"image/png\",\"contentLength\":1}', false",
    "'{\"fileName\":\"a\",\"contentType\":\"image/png\",\"contentLength\":1,\"more\":1}', false",
    "'', false"
  })
  void aRequestIsAsItsSchemaSays(String body, boolean right) {
    SentRequest request = request(Map.of(), Map.of(), body);
    assertThat(CONTRACT.wrongIn(CREATE, request).isEmpty()).isEqualTo(right);
  }

  @Test
  void aParameterThatIsNotAsDescribedIsWrong() {
    assertThat(CONTRACT.wrongIn(GET, request(Map.of("jobId", ID), Map.of(), ""))).isEmpty();
    assertThat(CONTRACT.wrongIn(GET, request(Map.of("jobId", "x"), Map.of(), ""))).hasSize(1);
    assertThat(CONTRACT.wrongIn(GET, request(Map.of("jobId", ID), Map.of("full", "1"), "")))
        .containsExactly("The query parameter full is not described.");
    assertThat(CONTRACT.wrongIn(GET, request(Map.of("jobId", ID), Map.of(), "{}")))
        .containsExactly("There is a body, and none is described.");
  }

  @Test
  void aRequestGoesToTheOperationOfItsPath() {
    assertThat(CONTRACT.call("GET", "/api/jobs/" + ID))
        .contains(new Call(GET, Map.of("jobId", ID)));
    assertThat(CONTRACT.call("GET", "/api/jobs/a%2Fb+c").orElseThrow().pathParameters())
        .containsEntry("jobId", "a/b+c");
    assertThat(CONTRACT.call("PUT", "/api/jobs/" + ID)).isEmpty();
    assertThat(CONTRACT.call("GET", "/api/jobs/" + ID + "/")).isEmpty();
    assertThat(CONTRACT.routes().get(GET)).contains(200, 401, 404);
  }

  @Test
  void whatIsNotDescribedCannotBeHeldToIt() {
    assertThatThrownBy(() -> CONTRACT.wrongIn("GET /api/nothing", request(Map.of(), Map.of(), "")))
        .hasMessage("GET /api/nothing is not described.");
  }

  private static ReceivedResponse answer(int status, JsonNode body, Map<String, String> changed) {
    Map<String, String> headers =
        new HashMap<>(Map.of("content-type", "application/json", "cache-control", "no-store"));
    headers.putAll(changed);
    return new ReceivedResponse(status, headers, body.toString());
  }

  private static SentRequest request(
      Map<String, String> path, Map<String, String> query, String body) {
    return new SentRequest(path, query, Map.of("content-type", "application/json"), body);
  }
}
