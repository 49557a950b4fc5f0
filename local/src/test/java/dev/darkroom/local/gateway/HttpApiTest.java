package dev.darkroom.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import dev.darkroom.local.http.Reply;
import dev.darkroom.local.http.Request;
import dev.darkroom.local.lambda.FunctionError;
import dev.darkroom.local.lambda.Functions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HttpApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CorsConfiguration CORS =
      new CorsConfiguration(
          List.of("https://site.example"),
          List.of("GET", "POST"),
          List.of("authorization", "content-type"),
          List.of("retry-after"),
          OptionalInt.of(300),
          true);

  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void answersWithWhatTheFunctionReturns() throws Exception {
    Reply reply = api(echo()).handle(Requests.get("/jobs/7"));
    JsonNode event = JSON.readTree(reply.body());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(event.at("/routeKey").asText()).isEqualTo("GET /jobs/{jobId}");
    assertThat(event.at("/pathParameters/jobId").asText()).isEqualTo("7");
    assertThat(reply.headers())
        .containsEntry("apigw-requestid", event.at("/requestContext/requestId").asText());
  }

  @Test
  void answersAnUnknownRouteWith404() throws Exception {
    assertMessage(api(echo()).handle(Requests.get("/nowhere")), 404, "Not Found");
    assertThat(calls).hasValue(0);
  }

  @Test
  void takesARouteThatIsAddedLater() throws Exception {
    HttpApi api = api(echo());
    api.addRoute(new Route("GET", "/nowhere", "late", Optional.empty()));

    assertThat(api.handle(Requests.get("/nowhere")).status()).isEqualTo(200);
  }

  @Test
  void hidesFailuresOfTheFunction() throws Exception {
    JsonNode error = JSON.readTree("{\"errorMessage\": \"secret\"}");
    List<Functions> failures =
        List.of(
            (function, payload) -> {
              throw new FunctionError("dev.example.Broken", error);
            },
            (function, payload) -> {
              throw new IllegalArgumentException("secret");
            },
            (function, payload) -> JSON.createObjectNode().put("statusCode", "secret"));

    for (Functions failing : failures) {
      assertMessage(api(failing).handle(Requests.get("/jobs/7")), 500, "Internal Server Error");
    }
  }

  @Test
  void givesUpOnASlowFunctionAndInterruptsIt() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    Functions slow =
        (function, payload) -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
          }
          return payload;
        };
    HttpApi api =
        new HttpApi(
            "a1",
            "123456789012",
            Map.of(),
            new Integration(slow, Duration.ofMillis(50)),
            Optional.empty(),
            Optional.empty());
    api.addRoute(new Route("GET", "/slow", "slow", Optional.empty()));

    assertMessage(api.handle(Requests.get("/slow")), 503, "Service Unavailable");
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void refusesMoreThanTenMegabytes() throws Exception {
    Request most = upload(10 * 1024 * 1024);
    Request more = upload(10 * 1024 * 1024 + 1);

    assertThat(api(fixed()).handle(most).status()).isEqualTo(200);
    assertMessage(api(fixed()).handle(more), 413, "Request Too Long");
    assertThat(calls).hasValue(1);
  }

  @Test
  void throttlesEachRoute() throws Exception {
    HttpApi api = api(fixed(), Optional.empty(), Optional.of(new ThrottleSettings(2, 0)));

    assertThat(api.handle(Requests.get("/jobs/1")).status()).isEqualTo(200);
    assertThat(api.handle(Requests.get("/jobs/2")).status()).isEqualTo(200);
    assertMessage(api.handle(Requests.get("/jobs/3")), 429, "Too Many Requests");
    assertThat(api.handle(upload(1)).status()).isEqualTo(200);
    assertThat(calls).hasValue(3);
  }

  @Test
  void answersAPreflightWithoutAuthorizer() throws Exception {
    HttpApi api = api(fixed(), Optional.of(CORS), Optional.empty());
    api.addRoute(
        new Route(
            "GET",
            "/me",
            "api",
            Optional.of(new JwtAuthorizer("http://127.0.0.1:1/none", List.of("site")))));
    Reply reply = api.handle(preflight("/me", "https://site.example"));

    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.headers())
        .containsEntry("access-control-allow-origin", "https://site.example")
        .containsEntry("access-control-allow-methods", "GET,POST")
        .containsEntry("access-control-allow-headers", "authorization,content-type")
        .containsEntry("access-control-max-age", "300")
        .containsEntry("access-control-allow-credentials", "true");
    assertThat(calls).hasValue(0);
  }

  @Test
  void givesAForeignOriginNoCorsHeaders() throws Exception {
    HttpApi api = api(fixed(), Optional.of(CORS), Optional.empty());

    for (Request request :
        List.of(
            preflight("/jobs/7", "https://site.example.evil"),
            Requests.get("/jobs/7", "origin", "https://evil.example"),
            Requests.get("/jobs/7"))) {
      assertThat(api.handle(request).headers().keySet())
          .noneMatch(name -> name.startsWith("access-control-"));
    }
  }

  @Test
  void putsItsOwnCorsHeadersInPlaceOfTheFunctions() throws Exception {
    JsonNode answer =
        JSON.readTree(
            "{\"statusCode\": 200, \"headers\": {\"Access-Control-Allow-Origin\": \"*\"}}");
    Functions own = (function, payload) -> answer;
    Request request = Requests.get("/jobs/7", "origin", "https://site.example");

    assertThat(api(own, Optional.of(CORS), Optional.empty()).handle(request).headers())
        .containsEntry("access-control-allow-origin", "https://site.example")
        .containsEntry("access-control-expose-headers", "retry-after")
        .doesNotContainKey("access-control-allow-methods");
    assertThat(api(own).handle(request).headers())
        .containsEntry("access-control-allow-origin", "*");
  }

  @Test
  void leavesAPreflightToARouteThatTakesIt() throws Exception {
    HttpApi api = api(fixed(), Optional.of(CORS), Optional.empty());
    api.addRoute(
        new Route(
            "$default",
            "$default",
            "api",
            Optional.of(new JwtAuthorizer("http://127.0.0.1:1/none", List.of("site")))));

    assertMessage(api.handle(preflight("/me", "https://site.example")), 401, "Unauthorized");
  }

  private Functions echo() {
    return (function, payload) -> {
      calls.incrementAndGet();
      return payload;
    };
  }

  private Functions fixed() {
    return (function, payload) -> {
      calls.incrementAndGet();
      return JSON.createObjectNode().put("statusCode", 200);
    };
  }

  private static HttpApi api(Functions functions) {
    return api(functions, Optional.empty(), Optional.empty());
  }

  private static HttpApi api(
      Functions functions, Optional<CorsConfiguration> cors, Optional<ThrottleSettings> throttle) {
    HttpApi api = new HttpApi("a1", "123456789012", functions, cors, throttle);
    api.addRoute(new Route("GET", "/jobs/{jobId}", "api", Optional.empty()));
    api.addRoute(new Route("POST", "/uploads", "api", Optional.empty()));
    return api;
  }

  private static Request upload(int bytes) {
    return new Request("POST", URI.create("/uploads"), new Headers(), new byte[bytes]);
  }

  private static Request preflight(String path, String origin) {
    return Requests.of(
        "OPTIONS", path, "", "origin", origin, "access-control-request-method", "GET");
  }

  private static void assertMessage(Reply reply, int status, String message) throws Exception {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(new String(reply.body(), UTF_8)).isEqualTo("{\"message\":\"" + message + "\"}");
    assertThat(reply.headers()).containsEntry("content-type", "application/json");
  }
}
