package dev.darkroom.steps;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.Original;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.executions.Executions;
import dev.darkroom.core.s3.ImageObjects;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** What the SDK makes of what comes over the wire, and what the state machine is told of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwsFailuresAtTheWireTest {
  private HttpServer server;
  private volatile Answer answer;

  /** A response, as short as the length that it announces, or shorter. */
  private record Answer(int status, String body, int announced) {
    Answer(int status, String body) {
      this(status, body, body.length());
    }

    @Override
    public String toString() {
      return status + " '" + body + "', " + announced + " bytes announced";
    }
  }

  @BeforeAll
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            Answer now = answer;
            exchange.sendResponseHeaders(now.status, now.announced == 0 ? -1 : now.announced);
            exchange.getResponseBody().write(now.body.getBytes(UTF_8));
          }
        });
    server.start();
  }

  @AfterAll
  void stop() {
    server.stop(0);
  }

  Stream<Arguments> calls() {
    DynamoDbClient dynamo = to(DynamoDbClient.builder()).build();
    S3Client s3 = to(S3Client.builder()).forcePathStyle(true).build();
    JobRef job = Uploads.REF;
    return Stream.of(
        call("a table", () -> dynamo.getItem(get -> get.tableName("t").key(Map.of()))),
        call("objects", () -> new ImageObjects(s3, "u", "r").delete(job, Optional.empty())),
        call(
            "an object by its key",
            () ->
                new ImageObjects(s3, "u", "r")
                    .delete(job, Optional.of(new Original("uploads/o/elsewhere", "e")))),
        call("an execution", () -> new Executions(to(SfnClient.builder()).build()).find("arn")),
        call(
            "a topic",
            () ->
                new OutcomeTopic(to(SnsClient.builder()).build(), "topic")
                    .publish(Uploads.settled())),
        call(
            "labels",
            () ->
                new Labelling(to(RekognitionClient.builder()).build(), "r")
                    .analyse(
                        List.of(new Rendition("large", 600, 400, 9, "image/jpeg", "k")), 50, 9)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void anAnswerThatCannotBeReadIsAskedForAgain(String what, Runnable call) {
    assertNamed(call, ServiceUnavailable.class, new Answer(200, "garbage{<"));
    assertNamed(call, ServiceUnavailable.class, new Answer(200, "{\"Ite"));
    assertNamed(call, ServiceUnavailable.class, new Answer(200, "<Lis"));
    assertNamed(call, ServiceUnavailable.class, new Answer(500, "garbage"));
    assertNamed(call, ServiceUnavailable.class, new Answer(503, ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void aRefusalIsPermanentWhateverItSays(String what, Runnable call) {
    assertNamed(call, AwsServiceException.class, new Answer(403, "garbage"));
    assertNamed(call, AwsServiceException.class, new Answer(400, ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void anAnswerThatTellsNothingIsNone(String what, Runnable call) {
    if (!what.equals("a table")) { // There, nothing means that there is no such item.
      assertNamed(call, ServiceUnavailable.class, new Answer(200, ""));
    }
  }

  private void assertNamed(Runnable call, Class<?> expected, Answer now) {
    answer = now;
    assertThatThrownBy(
            () ->
                AwsFailures.named(
                    () -> {
                      call.run();
                      return null;
                    }))
        .as(now.toString())
        .isInstanceOf(expected);
  }

  private static Arguments call(String what, Runnable call) {
    return Arguments.of(what, call);
  }

  private <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B to(B builder) {
    return builder
        .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(settings -> settings.retryStrategy(AwsRetryStrategy.doNotRetry()));
  }
}
