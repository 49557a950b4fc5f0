package dev.darkroom.api.capacity;

import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.darkroom.api.AccountApi;
import dev.darkroom.api.GalleryApi;
import dev.darkroom.api.UploadsApi;
import dev.darkroom.core.dynamo.DeployedTable;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The API's functions, wired as Lambda wires them, before a DynamoDB Local of their own. */
final class DeployedFunctions implements AutoCloseable {
  static final String TABLE = "darkroom";

  /** The variables of the API's stage, with the defaults of template.yaml. */
  static final Map<String, String> STAGE =
      Map.of(
          "MAX_BYTES", "26214400",
          "UPLOADS_PER_HOUR", "500",
          "BYTES_PER_DAY", "10737418240");

  private final Map<String, String> propertiesBefore = new LinkedHashMap<>();
  private final Surroundings surroundings;
  private final DynamoDBProxyServer server;
  private final DynamoDbClient dynamo;
  private final UploadsApi uploads;
  private final GalleryApi gallery;
  private final AccountApi account;

  /**
   * @param user the {@code sub} of who calls
   */
  DeployedFunctions(String user) throws Exception {
    surroundings = new Surroundings(user);
    String port = Integer.toString(freePort());
    server =
        ServerRunner.createServerFromCommandLineArgs(
            new String[] {"-inMemory", "-disableTelemetry", "-port", port});
    server.start();
    set("aws.region", "eu-west-1");
    set("aws.accessKeyId", "key");
    set("aws.secretAccessKey", "secret");
    set("aws.endpointUrlDynamoDb", "http://127.0.0.1:" + port);
    set("aws.endpointUrlS3", surroundings.url());
    set("aws.endpointUrlSfn", surroundings.url());
    dynamo = DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
    dynamo.createTable(DeployedTable.named(TABLE));
    Map<String, String> environment =
        Map.ofEntries(
            Map.entry("TABLE", TABLE),
            Map.entry("UPLOADS_BUCKET", "uploads"),
            Map.entry("RENDITIONS_BUCKET", "renditions"),
            Map.entry("CLIENT_ID", "client"),
            Map.entry("STATE_MACHINE_ARN", Surroundings.STATE_MACHINE),
            Map.entry("ISSUER", surroundings.url() + "/pool"),
            Map.entry("TOPIC_ARN", "arn:aws:sns:eu-west-1:000000000000:outcomes"));
    uploads = new UploadsApi(environment);
    gallery = new GalleryApi(environment);
    account = new AccountApi(environment);
  }

  /** A client of the same table, for what must be there before a call. */
  DynamoDbClient dynamo() {
    return dynamo;
  }

  APIGatewayV2HTTPResponse call(APIGatewayV2HTTPEvent event) {
    String path = event.getRouteKey().split(" ")[1];
    if (path.matches("/api/(uploads|jobs|settings).*")) {
      return uploads.handleRequest(event, null);
    }
    return path.equals("/api/me")
        ? account.handleRequest(event, null)
        : gallery.handleRequest(event, null);
  }

  @Override
  public void close() throws Exception {
    dynamo.close();
    server.stop();
    surroundings.close();
    propertiesBefore.forEach(
        (name, value) -> {
          if (value == null) {
            System.clearProperty(name);
          } else {
            System.setProperty(name, value);
          }
        });
  }

  private void set(String name, String value) {
    propertiesBefore.put(name, System.setProperty(name, value));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
