package dev.darkroom.local.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.local.http.LoopbackServer;
import dev.darkroom.local.http.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContractProxyTest {
  private static final String PROBLEM =
      "{\"type\":\"urn:darkroom:problem:not-found\",\"title\":\"t\",\"status\":404,\"detail\":\"d\"}";
  private static final String TICKET =
      """
      {"jobId":"01JX4N7Q0Z8W3V5T2R9P6K1M4H","uploadUrl":"http://a/b","expiresAt":"2026-05-04T10:15:00.000Z",
       "headers":{"content-length":"1","content-type":"image/png","if-none-match":"*",
                  "x-amz-meta-job-id":"01JX4N7Q0Z8W3V5T2R9P6K1M4H"}}""";

  private volatile Reply next;
  private LoopbackServer api;
  private ContractProxy proxy;

  @BeforeEach
  void start() throws IOException {
    api = LoopbackServer.start(0, request -> next);
    proxy = ContractProxy.before(api.uri() + "/api");
  }

  @AfterEach
  void stop() {
    proxy.close();
    api.close();
  }

  @Test
  void whatIsAsDescribedPassesAsItIs() throws Exception {
    next = reply(404, "application/problem+json", PROBLEM, Map.of("apigw-requestid", "r"));

    HttpResponse<String> answer = send("GET", "/jobs/x", "");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo(PROBLEM);
    assertThat(answer.headers().firstValue("apigw-requestid")).contains("r");
    assertThat(proxy.takeViolations()).isEmpty();
  }

  @Test
  void anAnswerThatIsNotAsDescribedIsAViolation() throws Exception {
    next = reply(404, "application/problem+json", "{\"title\":1}", Map.of());

    send("GET", "/jobs/x", "");

    assertThat(proxy.takeViolations())
        .singleElement()
        .asString()
        .startsWith("GET /api/jobs/x answers 404: ");
    assertThat(proxy.takeViolations()).as("they are told once").isEmpty();
  }

  @Test
  void aStatusThatIsNotDescribedIsAViolation() throws Exception {
    next = reply(409, "application/problem+json", PROBLEM, Map.of());
    send("GET", "/jobs/x", "");
    assertThat(proxy.takeViolations()).singleElement().asString().contains("409");
  }

  @Test
  void aWrongRequestThatIsTakenIsAViolationAndARefusedOneIsNot() throws Exception {
    next = reply(201, "application/json", TICKET, Map.of("location", "/api/jobs/a"));
    send(
        "POST",
        "/uploads",
        "{\"fileName\":\"a\",\"contentType\":\"image/png\",\"contentLength\":1}");
    assertThat(proxy.takeViolations()).isEmpty();

    send("POST", "/uploads", "{\"fileName\":\"a\",\"contentType\":\"image/png\"}");
    assertThat(proxy.takeViolations())
        .singleElement()
        .asString()
        .contains("It should not take this.", "contentLength");

    next = reply(400, "application/problem+json", PROBLEM.replace("404", "400"), Map.of());
    send("POST", "/uploads", "{\"fileName\":\"a\",\"contentType\":\"image/png\"}");
    assertThat(proxy.takeViolations()).isEmpty();
  }

  @Test
  void anOperationThatIsNotDescribedMayOnlyBeRefused() throws Exception {
    next = reply(404, "application/json", "{\"message\":\"Not Found\"}", Map.of());
    send("GET", "/nothing", "");
    assertThat(proxy.takeViolations()).isEmpty();

    next = reply(200, "application/json", "{}", Map.of());
    send("GET", "/nothing", "");
    assertThat(proxy.takeViolations())
        .containsExactly("GET /api/nothing answers 200: There is no such operation.");
  }

  @Test
  void itKnowsWhichOperationsWereMet() throws Exception {
    String route = "GET /api/jobs/{jobId}";
    next = reply(404, "application/problem+json", PROBLEM, Map.of());
    send("GET", "/jobs/x", "");

    assertThat(proxy.exercised().withoutSuccess()).contains(route);
    assertThat(proxy.exercised().report()).contains(route + " without [200, ");

    proxy.exercised().add(route, 200);
    assertThat(proxy.exercised().withoutSuccess()).doesNotContain(route);
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(proxy.url() + path))
            .header("content-type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private static Reply reply(int status, String type, String body, Map<String, String> more) {
    Map<String, String> headers =
        new HashMap<>(Map.of("content-type", type, "cache-control", "no-store"));
    headers.putAll(more);
    return new Reply(status, headers, body.getBytes(UTF_8));
  }
}
