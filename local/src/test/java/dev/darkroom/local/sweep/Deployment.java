package dev.darkroom.local.sweep;

import dev.darkroom.local.deploy.EmbeddedCloud;
import dev.darkroom.local.deploy.Interference;
import dev.darkroom.local.deploy.Settings;
import java.nio.file.Path;
import java.util.Set;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The project's template, deployed with the fault layer in between. */
final class Deployment implements AutoCloseable {
  /**
   * How many times shorter pauses are than on AWS: the event bus's, asynchronous invocations' and
   * those of the state machine's retries. The AWS clients' own pauses and time-outs are as always.
   */
  static final double PACE = 400;

  private static final Path TEMPLATE = Path.of("..", "template.yaml");
  private static final Set<String> TRIED =
      Set.of(
          "Validate",
          "Resize",
          "DetectLabels",
          "Persist",
          "Notify",
          "Discard",
          "RecordFailure",
          "ReconcileJobs",
          "Gallery");

  private final Runs runs = new Runs();
  private final Events events = new Events(runs);
  private final EmbeddedCloud cloud;
  private final Doors doors;
  private final DynamoDbClient dynamo;
  private final S3Client s3;
  private final Table table;
  private final Messages messages;
  private final Api api;

  Deployment() throws Exception {
    Settings settings =
        Settings.of(TEMPLATE).withInterference(new Interference(PACE, events::before));
    cloud = EmbeddedCloud.deploy(settings);
    dynamo = DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    s3 = S3Client.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    table = new Table(dynamo, cloud.outputs().get("TableName"));
    messages = new Messages(cloud.outputs().get("OutcomesTopicArn"));
    api = new Api(cloud);
    FaultLayer layer =
        new FaultLayer(
            cloud.endpoints(), cloud.functions()::kill, new Tellings(table, runs)::check);
    doors = new Doors(cloud.functions(), runs, TRIED, layer);
    doors.install();
  }

  Runs runs() {
    return runs;
  }

  Events events() {
    return events;
  }

  EmbeddedCloud cloud() {
    return cloud;
  }

  Table table() {
    return table;
  }

  Messages messages() {
    return messages;
  }

  Api api() {
    return api;
  }

  S3Client s3() {
    return s3;
  }

  String bucket(String output) {
    return cloud.outputs().get(output);
  }

  @Override
  public void close() {
    doors.close();
    messages.close();
    dynamo.close();
    s3.close();
    cloud.close();
  }
}
