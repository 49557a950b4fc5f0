package dev.darkroom.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.http.LoopbackServer;
import dev.darkroom.local.lambda.sample.Numbered;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.InvalidRequestContentException;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.RequestTooLargeException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** An SDK client against the embedded Lambda. */
class InvokeEndpointTest {
  private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:Numbered";

  private final EmbeddedFunctions functions = new EmbeddedFunctions();
  private final Map<String, JsonNode> events = new ConcurrentHashMap<>();
  @TempDir private Path folder;
  private LoopbackServer server;
  private LambdaClient client;

  @BeforeEach
  void start() throws IOException {
    functions.add(SampleArtifact.in(folder).function(Numbered.class));
    server = LoopbackServer.start(0, new InvokeEndpoint(functions, events::put));
    client =
        LambdaClient.builder()
            .endpointOverride(server.uri())
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    functions.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Numbered", "Numbered:live", ARN, ARN + ":live"})
  void aFunctionAnswersByEachFormOfItsName(String name) {
    InvokeResponse response = client.invoke(invoke -> invoke.functionName(name));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.functionError()).isNull();
    assertThat(response.payload().asUtf8String()).startsWith("{\"instance\":");
  }

  @Test
  void anAliasMayBeGivenBesideTheName() {
    InvokeResponse response =
        client.invoke(invoke -> invoke.functionName("Numbered").qualifier("live"));

    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  void anAliasBesideTheNameMustBeTheNamesOwn() {
    assertThatExceptionOfType(InvalidParameterValueException.class)
        .isThrownBy(
            () -> client.invoke(invoke -> invoke.functionName(ARN + ":live").qualifier("7")))
        .withMessageContaining("live")
        .withMessageContaining("7");
  }

  @Test
  void aFunctionThatThrowsIsAnAnswerWithAnError() {
    InvokeResponse response =
        client.invoke(invoke -> invoke.functionName("Numbered").payload(json("throwing")));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.functionError()).isEqualTo("Unhandled");
    assertThat(response.payload().asUtf8String())
        .contains("\"errorType\":\"java.lang.IllegalStateException\"")
        .contains("\"errorMessage\":\"as told\"");
  }

  @Test
  void anEventIsAcceptedForTheFunctionsArnAndNotWaitedFor() {
    InvokeResponse response =
        client.invoke(
            invoke ->
                invoke
                    .functionName("Numbered:live")
                    .invocationType(InvocationType.EVENT)
                    .payload(json("throwing")));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(events).containsOnlyKeys(ARN);
    assertThat(events.get(ARN).path("how").asText()).isEqualTo("throwing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RequestResponse", "Event", "DryRun"})
  void aFunctionThatIsNotThereIsNotFound(String type) {
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(
            () -> client.invoke(invoke -> invoke.functionName("Nobody").invocationType(type)))
        .withMessageContaining("Nobody");
    assertThat(events).isEmpty();
  }

  @Test
  void aDryRunCallsNothing() {
    InvokeResponse response =
        client.invoke(
            invoke ->
                invoke
                    .functionName("Numbered")
                    .invocationType(InvocationType.DRY_RUN)
                    .payload(json("throwing")));

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.functionError()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{} {}", "how"})
  void aPayloadHasToBeJson(String payload) {
    assertThatExceptionOfType(InvalidRequestContentException.class)
        .isThrownBy(
            () ->
                client.invoke(
                    invoke ->
                        invoke.functionName("Numbered").payload(SdkBytes.fromUtf8String(payload))));
  }

  @Test
  void anEventHasOneMebibyteAtMost() {
    SdkBytes payload = SdkBytes.fromUtf8String("\"" + "a".repeat(1024 * 1024 - 1) + "\"");

    assertThatExceptionOfType(RequestTooLargeException.class)
        .isThrownBy(
            () ->
                client.invoke(
                    invoke ->
                        invoke
                            .functionName("Numbered")
                            .invocationType(InvocationType.EVENT)
                            .payload(payload)));
  }

  @Test
  void theLogsTailIsRefusedByName() {
    assertThatExceptionOfType(InvalidParameterValueException.class)
        .isThrownBy(
            () -> client.invoke(invoke -> invoke.functionName("Numbered").logType(LogType.TAIL)))
        .withMessageContaining("X-Amz-Log-Type is not supported locally");
  }

  @Test
  void everyOtherCallIsRefusedByName() {
    assertThatExceptionOfType(LambdaException.class)
        .isThrownBy(() -> client.getFunction(get -> get.functionName("Numbered")))
        .withMessageContaining("GET /2015-03-31/functions/Numbered is not supported locally");
  }

  @Test
  void eachInvocationThatEndsIsTold() throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    functions.tell((function, failed) -> told.add(function + " " + failed));

    client.invoke(invoke -> invoke.functionName("Numbered:live"));
    client.invoke(invoke -> invoke.functionName(ARN).payload(json("throwing")));

    assertThat(told).containsExactly("Numbered false", "Numbered true");
  }

  private static SdkBytes json(String how) {
    return SdkBytes.fromUtf8String("{\"how\": \"" + how + "\"}");
  }
}
