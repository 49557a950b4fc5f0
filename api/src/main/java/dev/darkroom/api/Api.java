package dev.darkroom.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.dynamo.DynamoJobStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * The function behind the HTTP API, called by API Gateway in payload format 2.0 after its JWT
 * authorizer. Answers every request, errors too; one instance serves many requests, one at a time.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
 *     Lambda integrations of an HTTP API</a>
 */
public final class Api implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  /** Shorter than the function's own timeout, so that the client is told what happened. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(8);

  private final Router router;

  /** Wires the function from its environment; Lambda calls this. */
  public Api() {
    this(System.getenv());
  }

  /**
   * Wires the function from the given environment.
   *
   * @param env {@code TABLE}, {@code UPLOADS_BUCKET}, {@code RENDITIONS_BUCKET}, {@code MAX_BYTES},
   *     and, if they are told, {@code UPLOAD_URL_MINUTES} and {@code RENDITION_URL_MINUTES}
   * @throws IllegalArgumentException naming the variable that is missing or out of range
   */
  public Api(Map<String, String> env) {
    this(Settings.from(env), Clock.systemUTC());
  }

  private Api(Settings settings, Clock clock) {
    this(
        settings,
        new DynamoJobStore(dynamo(), settings.table(), clock),
        S3Presigner.builder().build(),
        clock);
  }

  Api(Settings settings, JobStore jobs, S3Presigner presigner, Clock clock) {
    UploadUrls uploads =
        new UploadUrls(presigner, settings.uploadsBucket(), settings.uploadUrlLife());
    RenditionUrls renditions =
        new RenditionUrls(presigner, settings.renditionsBucket(), settings.renditionUrlLife());
    router =
        new Router(
            Map.of(
                "POST /api/uploads", new CreateUpload(jobs, uploads, settings.maxBytes(), clock),
                "GET /api/jobs/{jobId}", new GetJob(jobs, renditions, clock)));
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    Request request = Request.of(event);
    try {
      return router.answer(request).response();
    } catch (RuntimeException e) {
      return Problems.of(e, request).response();
    }
  }

  private static DynamoDbClient dynamo() {
    return DynamoDbClient.builder()
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(override -> override.apiCallTimeout(LONGEST_CALL))
        .build();
  }
}
