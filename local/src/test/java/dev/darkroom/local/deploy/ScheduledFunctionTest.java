package dev.darkroom.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.local.lambda.sample.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A function on a schedule, its alarm, and a call of it by hand, through unmodified SDK clients.
 */
class ScheduledFunctionTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private EmbeddedCloud cloud;

  @BeforeEach
  void deploy() throws Exception {
    cloud = EmbeddedCloud.deploy(Settings.of(template()));
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void theScheduleRunsTheFunctionAtOnceAndItsFailureRaisesTheAlarm() throws Exception {
    Awaitility.await().atMost(PATIENCE).until(() -> invocations() >= 1);

    JsonNode raised = message();
    assertThat(raised.path("AlarmName").asText()).isEqualTo("darkroom-SweepFails");
    assertThat(raised.path("NewStateValue").asText()).isEqualTo("ALARM");
    assertThat(raised.path("AlarmDescription").asText()).isEqualTo("Read its log.");
  }

  @Test
  void anOperatorInvokesItByHand() {
    try (LambdaClient lambda =
        LambdaClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build()) {
      String name = cloud.outputs().get("SweepName");
      Awaitility.await().atMost(PATIENCE).until(() -> invocations() >= 1);
      long before = invocations();
      InvokeResponse answer = lambda.invoke(invoke -> invoke.functionName(name));
      assertThat(answer.functionError()).isEqualTo("Unhandled");
      assertThat(answer.payload().asUtf8String()).contains("Sandbox.Timedout");

      InvokeResponse accepted =
          lambda.invoke(invoke -> invoke.functionName(name).invocationType(InvocationType.EVENT));
      assertThat(accepted.statusCode()).isEqualTo(202);
      Awaitility.await().atMost(PATIENCE).until(() -> invocations() >= before + 2);
    }
  }

  private long invocations() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("started-")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode message() throws IOException {
    try (SqsClient sqs =
        SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build()) {
      String queue = cloud.outputs().get("NoticesUrl");
      String body =
          sqs.receiveMessage(receive -> receive.queueUrl(queue).waitTimeSeconds(20))
              .messages()
              .get(0)
              .body();
      ObjectMapper json = new ObjectMapper();
      return json.readTree(json.readTree(body).path("Message").asText());
    }
  }

  private Path template() throws IOException {
    jar(folder.resolve("lambda.jar"));
    return Files.writeString(
        folder.resolve("template.yaml"),
        """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Users:
            Type: AWS::Cognito::UserPool
          Notices:
            Type: AWS::SQS::Queue
          Alarms:
            Type: AWS::SNS::Topic
          Noticed:
            Type: AWS::SNS::Subscription
            Properties:
              TopicArn: !Ref Alarms
              Protocol: sqs
              Endpoint: !GetAtt Notices.Arn
          Sweep:
            Type: AWS::Serverless::Function
            Properties:
              Runtime: java21
              CodeUri: lambda.jar
              Handler: %s::handleRequest
              Timeout: 1
              Environment:
                Variables:
                  FOLDER: %s
              Events:
                Often:
                  Type: ScheduleV2
                  Properties:
                    ScheduleExpression: rate(1 day)
                    RetryPolicy:
                      MaximumRetryAttempts: 3
                      MaximumEventAgeInSeconds: 300
          SweepFails:
            Type: AWS::CloudWatch::Alarm
            Properties:
              AlarmDescription: Read its log.
              Namespace: AWS/Lambda
              MetricName: Errors
              Dimensions:
                - { Name: FunctionName, Value: !Ref Sweep }
              Statistic: Sum
              Period: 300
              EvaluationPeriods: 1
              ComparisonOperator: GreaterThanThreshold
              Threshold: 0
              TreatMissingData: notBreaching
              AlarmActions: [!Ref Alarms]
        Outputs:
          SweepName:
            Value: !Ref Sweep
          NoticesUrl:
            Value: !Ref Notices
        """
            .formatted(Waiting.class.getName(), folder));
  }

  private static void jar(Path jar) throws IOException {
    String file = Waiting.class.getName().replace('.', '/') + ".class";
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry(file));
      Files.copy(Path.of("target", "test-classes").resolve(file), zip);
    }
  }
}
