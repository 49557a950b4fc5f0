package dev.darkroom.api;

import static org.mockito.Mockito.mock;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.darkroom.api.delivery.PresignedRenditionUrls;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.Router;
import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.CursorKey;
import dev.darkroom.core.InMemoryJobStore;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.UploadLimits;
import dev.darkroom.core.dynamo.DynamoAlbumStore;
import dev.darkroom.core.dynamo.DynamoCursorKey;
import dev.darkroom.core.dynamo.DynamoJobStore;
import dev.darkroom.core.dynamo.DynamoUploadLimits;
import dev.darkroom.core.dynamo.LocalTable;
import dev.darkroom.core.redrive.FakeStates;
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
import software.amazon.awssdk.services.sfn.SfnClient;

/** Calls the function as API Gateway does, and holds each answer against {@code openapi.yaml}. */
public final class Client {
  public static final Instant NOW = Instant.parse("2026-05-04T10:00:00.120Z");
  public static final long MAX_BYTES = 1000;
  public static final String CREATE = "POST /api/uploads";
  public static final String CREATE_MANY = "POST /api/uploads/batch";
  public static final String LIST = "GET /api/jobs";
  public static final String GET = "GET /api/jobs/{jobId}";
  public static final String REDRIVE = "POST /api/jobs/{jobId}/redrive";

  /** The variables of the API's stage. */
  public static final Map<String, String> STAGE =
      Map.of("MAX_BYTES", "" + MAX_BYTES, "UPLOADS_PER_HOUR", "60", "BYTES_PER_DAY", "50000");

  private static final OpenApi OPEN_API = OpenApi.read();
  private static final Settings SETTINGS =
      new Settings(
          "table",
          "uploads-bucket",
          "https://issuer.example.com/pool",
          "client-1",
          FakeStates.MACHINE,
          Duration.ofMinutes(15));

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

  /** The uploads' function with other jobs; there are no albums, and nothing is counted. */
  public static Client at(Instant now, JobStore jobs) {
    UploadLimits unlimited = (owner, uploads, bytes, allowance, when) -> {};
    CursorKey key = () -> new byte[32];
    return uploads(Clock.fixed(now, ZoneOffset.UTC), jobs, mock(AlbumStore.class), unlimited, key);
  }

  /** The uploads' function on a table. */
  public static Client on(LocalTable table, Clock clock) {
    return uploads(
        clock,
        new DynamoJobStore(table.client(), table.name(), clock),
        new DynamoAlbumStore(table.client(), table.name(), clock),
        new DynamoUploadLimits(table.client(), table.name()),
        new DynamoCursorKey(table.client(), table.name()));
  }

  private static Client uploads(
      Clock clock, JobStore jobs, AlbumStore albums, UploadLimits limits, CursorKey key) {
    return uploads(clock, jobs, albums, limits, key, new FakeStates());
  }

  private static Client uploads(
      Clock clock,
      JobStore jobs,
      AlbumStore albums,
      UploadLimits limits,
      CursorKey key,
      SfnClient states) {
    UploadsApi api =
        new UploadsApi(
            SETTINGS,
            jobs,
            albums,
            limits,
            key,
            states,
            presigner(),
            new PresignedRenditionUrls(presigner(), "renditions-bucket", Duration.ofMinutes(60)),
            clock);
    return new Client(event -> api.handleRequest(event, null), Map.of());
  }

  /** The uploads' function with other jobs, whose executions are these. */
  public static Client of(JobStore jobs, SfnClient states) {
    UploadLimits unlimited = (owner, uploads, bytes, allowance, when) -> {};
    CursorKey key = () -> new byte[32];
    return uploads(
        Clock.fixed(NOW, ZoneOffset.UTC), jobs, mock(AlbumStore.class), unlimited, key, states);
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

  /** Announces many files. */
  public Answer createMany(String body) {
    return send(CREATE_MANY, event(CREATE_MANY).withBody(body));
  }

  /** Lists jobs, with these parameters. */
  public Answer list(Map<String, String> parameters) {
    return send(LIST, event(LIST).withQueryStringParameters(parameters));
  }

  public Answer get(String jobId) {
    return send(GET, event(GET).withPathParameters(Map.of("jobId", jobId)));
  }

  /** Has a job processed again. */
  public Answer redrive(String jobId) {
    return send(REDRIVE, event(REDRIVE).withPathParameters(Map.of("jobId", jobId)));
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
        .withStageVariables(STAGE)
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
