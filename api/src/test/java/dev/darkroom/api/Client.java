package dev.darkroom.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.Router;
import dev.darkroom.core.InMemoryJobStore;
import dev.darkroom.core.JobStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Calls the function as API Gateway does, and holds each answer against {@code openapi.yaml}. */
public final class Client {
  public static final Instant NOW = Instant.parse("2026-05-04T10:00:00.120Z");
  public static final long MAX_BYTES = 1000;
  public static final String CREATE = "POST /api/uploads";
  public static final String GET = "GET /api/jobs/{jobId}";

  private static final OpenApi OPEN_API = OpenApi.read();
  private static final Settings SETTINGS =
      new Settings(
          "table",
          "uploads-bucket",
          "renditions-bucket",
          MAX_BYTES,
          Duration.ofMinutes(15),
          Duration.ofMinutes(60));

  private final Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> api;
  private final Map<String, String> claims;

  private Client(
      Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> api, Map<String, String> claims) {
    this.api = api;
    this.claims = claims;
  }

  public static Client of(JobStore jobs) {
    return at(NOW, jobs);
  }

  public static Client at(Instant now, JobStore jobs) {
    UploadsApi api = new UploadsApi(SETTINGS, jobs, presigner(), Clock.fixed(now, ZoneOffset.UTC));
    return new Client(event -> api.handleRequest(event, null), Map.of());
  }

  /** Calls some endpoints alone, by their route keys. */
  public static Client of(Map<String, Endpoint> endpoints) {
    return new Client(new Router(endpoints)::respond, Map.of());
  }

  public static InMemoryJobStore store() {
    return new InMemoryJobStore(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  public Client as(String sub) {
    return with(Map.of("sub", sub, "token_use", "access"));
  }

  public Client as(String sub, String groups) {
    return with(Map.of("sub", sub, "token_use", "access", "cognito:groups", groups));
  }

  public Client with(Map<String, String> otherClaims) {
    return new Client(api, otherClaims);
  }

  public Answer create(String body) {
    return send(CREATE, event(CREATE).withBody(body));
  }

  public Answer get(String jobId) {
    return send(GET, event(GET).withPathParameters(Map.of("jobId", jobId)));
  }

  public Answer send(String routeKey, APIGatewayV2HTTPEvent.APIGatewayV2HTTPEventBuilder builder) {
    APIGatewayV2HTTPEvent event = builder.build();
    Answer answer = Answer.of(api.apply(event));
    OPEN_API.holdsFor(routeKey, SentEvent.of(event), answer);
    return answer;
  }

  public APIGatewayV2HTTPEvent.APIGatewayV2HTTPEventBuilder event(String routeKey) {
    return event(routeKey, routeKey.split(" ")[0]);
  }

  public APIGatewayV2HTTPEvent.APIGatewayV2HTTPEventBuilder event(String routeKey, String method) {
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

  public static S3Presigner presigner() {
    return S3Presigner.builder()
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .build();
  }
}
