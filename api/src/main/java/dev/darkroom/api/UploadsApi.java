package dev.darkroom.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.darkroom.api.delivery.PresignedRenditionUrls;
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
   * @param env {@code TABLE}, {@code UPLOADS_BUCKET}, {@code RENDITIONS_BUCKET}, {@code MAX_BYTES},
   *     and, if they are told, {@code UPLOAD_URL_MINUTES} and {@code RENDITION_URL_MINUTES}
   * @throws IllegalArgumentException naming the variable that is missing or out of range
   */
  public UploadsApi(Map<String, String> env) {
    this(Settings.from(env), Clock.systemUTC());
  }

  private UploadsApi(Settings settings, Clock clock) {
    this(
        settings,
        new DynamoJobStore(Aws.dynamo(), settings.table(), clock),
        S3Presigner.builder().build(),
        clock);
  }

  UploadsApi(Settings settings, JobStore jobs, S3Presigner presigner, Clock clock) {
    UploadUrls uploads =
        new UploadUrls(presigner, settings.uploadsBucket(), settings.uploadUrlLife());
    RenditionUrls renditions =
        new PresignedRenditionUrls(
            presigner, settings.renditionsBucket(), settings.renditionUrlLife());
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
