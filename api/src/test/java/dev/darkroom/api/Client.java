package dev.darkroom.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import dev.darkroom.core.InMemoryJobStore;
import dev.darkroom.core.JobStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Calls the function as API Gateway does, and holds each answer against {@code openapi.yaml}. */
final class Client {
  static final Instant NOW = Instant.parse("2026-05-04T10:00:00.120Z");
  static final long MAX_BYTES = 1000;
  static final String CREATE = "POST /api/uploads";
  static final String GET = "GET /api/jobs/{jobId}";

  private static final OpenApi OPEN_API = OpenApi.read();
  private static final Settings SETTINGS =
      new Settings(
          "table",
          "uploads-bucket",
          "renditions-bucket",
          MAX_BYTES,
          Duration.ofMinutes(15),
          Duration.ofMinutes(60));

  private final Api api;
  private final Map<String, String> claims;

  private Client(Api api, Map<String, String> claims) {
    this.api = api;
    this.claims = claims;
  }

  static Client of(JobStore jobs) {
    return at(NOW, jobs);
  }

  static Client at(Instant now, JobStore jobs) {
    return new Client(
        new Api(SETTINGS, jobs, presigner(), Clock.fixed(now, ZoneOffset.UTC)), Map.of());
  }

  static InMemoryJobStore store() {
    return new InMemoryJobStore(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  Client as(String sub) {
    return with(Map.of("sub", sub));
  }

  Client as(String sub, String groups) {
    return with(Map.of("sub", sub, "cognito:groups", groups));
  }

  Client with(Map<String, String> otherClaims) {
    return new Client(api, otherClaims);
  }

  Answer create(String body) {
    return send(CREATE, event(CREATE).withBody(body));
  }

  Answer get(String jobId) {
    return send(GET, event(GET).withPathParameters(Map.of("jobId", jobId)));
  }

  Answer send(String routeKey, APIGatewayV2HTTPEvent.APIGatewayV2HTTPEventBuilder event) {
    Answer answer = Answer.of(api.handleRequest(event.build(), null));
    OPEN_API.holdsFor(routeKey, answer);
    return answer;
  }

  APIGatewayV2HTTPEvent.APIGatewayV2HTTPEventBuilder event(String routeKey) {
    return event(routeKey, routeKey.split(" ")[0]);
  }

  APIGatewayV2HTTPEvent.APIGatewayV2HTTPEventBuilder event(String routeKey, String method) {
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRouteKey(routeKey)
        .withRequestContext(
            RequestContext.builder()
                .withRequestId("request-7")
                .withHttp(RequestContext.Http.builder().withMethod(method).build())
                .withAuthorizer(
                    RequestContext.Authorizer.builder()
                        .withJwt(RequestContext.Authorizer.JWT.builder().withClaims(claims).build())
                        .build())
                .build());
  }

  private static S3Presigner presigner() {
    return S3Presigner.builder()
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .build();
  }
}
