package dev.darkroom.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.darkroom.api.delivery.RenditionUrls;
import dev.darkroom.api.http.Cursors;
import dev.darkroom.api.http.Paging;
import dev.darkroom.api.http.Router;
import dev.darkroom.api.jobs.GetJob;
import dev.darkroom.api.jobs.ListJobs;
import dev.darkroom.api.jobs.RedriveJob;
import dev.darkroom.api.uploads.Announcement;
import dev.darkroom.api.uploads.CreateUpload;
import dev.darkroom.api.uploads.CreateUploads;
import dev.darkroom.api.uploads.GetSettings;
import dev.darkroom.api.uploads.UploadUrls;
import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.CursorKey;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.UploadLimits;
import dev.darkroom.core.dynamo.DynamoAlbumStore;
import dev.darkroom.core.dynamo.DynamoCursorKey;
import dev.darkroom.core.dynamo.DynamoJobStore;
import dev.darkroom.core.dynamo.DynamoUploadLimits;
import dev.darkroom.core.redrive.Redrive;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * Announces uploads, tells what becomes of them and has failed ones processed again: the function
 * behind {@code /api/uploads}, {@code /api/jobs} and {@code /api/settings}. Called by API Gateway
 * in payload format 2.0 after its JWT authorizer; answers every request, errors too. One instance
 * serves many requests, one at a time.
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
   * @param env {@code TABLE}, {@code UPLOADS_BUCKET}, {@code ISSUER}, {@code CLIENT_ID}, {@code
   *     STATE_MACHINE_ARN}, if it is told {@code UPLOAD_URL_MINUTES}, and what {@link Delivery}
   *     reads
   * @throws IllegalArgumentException naming the variable that is missing or out of range
   */
  public UploadsApi(Map<String, String> env) {
    this(
        Settings.from(env),
        Delivery.from(env),
        Aws.dynamo(),
        Aws.states(),
        S3Presigner.create(),
        Clock.systemUTC());
  }

  private UploadsApi(
      Settings settings,
      Delivery delivery,
      DynamoDbClient dynamo,
      SfnClient states,
      S3Presigner presigner,
      Clock clock) {
    this(
        settings,
        new DynamoJobStore(dynamo, settings.table(), clock),
        new DynamoAlbumStore(dynamo, settings.table(), clock),
        new DynamoUploadLimits(dynamo, settings.table()),
        new DynamoCursorKey(dynamo, settings.table()),
        states,
        presigner,
        delivery.urls(presigner, clock),
        clock);
  }

  UploadsApi(
      Settings settings,
      JobStore jobs,
      AlbumStore albums,
      UploadLimits limits,
      CursorKey cursorKey,
      SfnClient states,
      S3Presigner presigner,
      RenditionUrls renditions,
      Clock clock) {
    Announcement announcement =
        new Announcement(
            jobs,
            albums,
            limits,
            new UploadUrls(presigner, settings.uploadsBucket(), settings.uploadUrlLife()),
            clock);
    Redrive redrive =
        new Redrive(states, jobs, settings.stateMachine(), settings.uploadsBucket(), clock);
    Paging paging = new Paging(new Cursors(cursorKey::bytes));
    router =
        new Router(
            Map.ofEntries(
                Map.entry("POST /api/uploads", new CreateUpload(announcement)),
                Map.entry("POST /api/uploads/batch", new CreateUploads(announcement)),
                Map.entry("GET /api/jobs", new ListJobs(jobs, renditions, paging)),
                Map.entry("GET /api/jobs/{jobId}", new GetJob(jobs, renditions, clock)),
                Map.entry("POST /api/jobs/{jobId}/redrive", new RedriveJob(jobs, redrive)),
                Map.entry(
                    "GET /api/settings", new GetSettings(settings.issuer(), settings.clientId()))));
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return router.respond(event);
  }
}
