package dev.darkroom.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.darkroom.api.delivery.RenditionUrls;
import dev.darkroom.api.http.Router;
import dev.darkroom.api.jobs.GetJob;
import dev.darkroom.api.uploads.CreateUpload;
import dev.darkroom.api.uploads.UploadUrls;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.dynamo.DynamoJobStore;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Announces uploads and tells what becomes of them: the function behind {@code /api/uploads} and
 * {@code /api/jobs}. Called by API Gateway in payload format 2.0 after its JWT authorizer; answers
 * every request, errors too. One instance serves many requests, one at a time.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
 *     Lambda integrations of an HTTP API</a>
 */
public final class UploadsApi
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final Router router;

  /** Wires the function from its environment; Lambda calls this. */
  public UploadsApi() {
    this(System.getenv());
  }

  /**
   * Wires the function from the given environment.
   *
   * @param env {@code TABLE}, {@code UPLOADS_BUCKET}, {@code MAX_BYTES}, if it is told {@code
   *     UPLOAD_URL_MINUTES}, and what {@link Delivery} reads
   * @throws IllegalArgumentException naming the variable that is missing or out of range
   */
  public UploadsApi(Map<String, String> env) {
    this(Settings.from(env), Delivery.from(env), Clock.systemUTC());
  }

  private UploadsApi(Settings settings, Delivery delivery, Clock clock) {
    this(settings, delivery, S3Presigner.builder().build(), clock);
  }

  private UploadsApi(Settings settings, Delivery delivery, S3Presigner presigner, Clock clock) {
    this(
        settings,
        new DynamoJobStore(Aws.dynamo(), settings.table(), clock),
        presigner,
        delivery.urls(presigner, clock),
        clock);
  }

  UploadsApi(
      Settings settings,
      JobStore jobs,
      S3Presigner presigner,
      RenditionUrls renditions,
      Clock clock) {
    UploadUrls uploads =
        new UploadUrls(presigner, settings.uploadsBucket(), settings.uploadUrlLife());
    router =
        new Router(
            Map.of(
                "POST /api/uploads", new CreateUpload(jobs, uploads, settings.maxBytes(), clock),
                "GET /api/jobs/{jobId}", new GetJob(jobs, renditions, clock)));
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return router.respond(event);
  }
}
