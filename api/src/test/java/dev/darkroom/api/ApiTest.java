package dev.darkroom.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.dynamo.DynamoJobStore;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

class ApiTest {
  private static final String ID = JobIds.next();

  private final Client client = Client.of(Client.store());

  @ParameterizedTest
  @ValueSource(strings = {"GET /api/nothing", "$default", "", "GET /", "POST /api/jobs/{id}"})
  void anUnknownRouteIsNotFound(String routeKey) {
    Client alice = client.as("alice");

    Answer answer = alice.send(routeKey, alice.event(routeKey, "GET"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("not-found");
  }

  @ParameterizedTest
  @CsvSource({
    "HEAD /api/jobs/{jobId}, HEAD, GET",
    "DELETE /api/jobs/{jobId}, DELETE, GET",
    "ANY /api/jobs/{jobId}, PUT, GET",
    "GET /api/uploads, GET, POST"
  })
  void anotherMethodIsToldTheOneThatIsThere(String routeKey, String method, String allowed) {
    Client alice = client.as("alice");

    Answer answer = alice.send(routeKey, alice.event(routeKey, method));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.problem()).isEqualTo("method-not-allowed");
    assertThat(answer.headers()).containsEntry("allow", allowed);
    assertThat(answer.text("detail")).contains(allowed);
  }

  @Test
  void aRouteForAnyMethodIsRoutedByTheRequestsOwn() {
    Client alice = client.as("alice", "[uploader]");

    Answer answer =
        alice.send(Client.CREATE, alice.event("ANY /api/uploads", "POST").withBody("{}"));

    assertThat(answer.problem()).isEqualTo("invalid-field");
  }

  static Stream<Map<String, String>> claimsOfNobody() {
    return Stream.of(
        null,
        Map.of(),
        Map.of("sub", ""),
        Map.of("sub", " "),
        Map.of("sub", "a/b"),
        Map.of("sub", "a#b"),
        Map.of("sub", ".."),
        Map.of("sub", "a".repeat(129)),
        Map.of("cognito:groups", "[admin]", "token_use", "access"),
        Map.of("sub", "alice"),
        Map.of("sub", "alice", "token_use", "id"));
  }

  @ParameterizedTest
  @MethodSource("claimsOfNobody")
  void claimsThatNameNoUserAreUnauthenticated(Map<String, String> claims) {
    Answer answer = client.with(claims).get(ID);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.problem()).isEqualTo("unauthenticated");
    assertThat(answer.headers()).containsEntry("www-authenticate", "Bearer");
  }

  @Test
  void anEventWithoutAnAuthorizerIsUnauthenticated() {
    Answer answer =
        client.send(Client.GET, APIGatewayV2HTTPEvent.builder().withRouteKey(Client.GET));

    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void aProblemIsNoOrdinaryJson() {
    Answer answer = client.as("alice").get(ID);

    assertThat(answer.headers())
        .containsEntry("content-type", "application/problem+json")
        .containsEntry("cache-control", "no-store");
    assertThat(answer.body())
        .isEqualTo(
            Answer.json(
                """
                {"type": "urn:darkroom:problem:not-found", "title": "Not found", "status": 404,
                 "detail": "You have no such job. Take the jobId from the answer of POST /api/uploads."}
                """));
  }

  @ParameterizedTest
  @ValueSource(strings = {Client.CREATE, Client.CREATE_MANY, Client.GET, "GET /api/settings"})
  void aParameterThatNobodyKnowsIsRefusedByName(String routeKey) {
    Client alice = client.as("alice", "[uploader]");

    Answer answer =
        alice.send(
            routeKey, alice.event(routeKey).withQueryStringParameters(Map.of("colour", "red")));

    assertThat(answer.problem()).isEqualTo("invalid-field");
    assertThat(answer.text("field")).isEqualTo("colour");
  }

  static Stream<RuntimeException> passing() {
    return Stream.of(
        ProvisionedThroughputExceededException.builder()
            .awsErrorDetails(
                AwsErrorDetails.builder()
                    .errorCode("ProvisionedThroughputExceededException")
                    .build())
            .build(),
        DynamoDbException.builder()
            .statusCode(400)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode("ThrottlingException").build())
            .build(),
        DynamoDbException.builder().statusCode(503).build(),
        ApiCallTimeoutException.create(8000),
        SdkClientException.create("Unable to execute", new IOException("refused")));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void aBusyServiceIsAnsweredWithWhenToComeBack(RuntimeException thrown) {
    Answer answer = Client.of(dynamoThat(thrown)).as("alice").get(ID);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.problem()).isEqualTo("unavailable");
    assertThat(answer.headers()).containsEntry("retry-after", "2");
  }

  static Stream<RuntimeException> unexpected() {
    return Stream.of(
        ResourceNotFoundException.builder().message("no table 'secret'").statusCode(400).build(),
        SdkClientException.create("no credentials, secret"),
        new IllegalStateException("secret"),
        new NullPointerException());
  }

  @ParameterizedTest
  @MethodSource("unexpected")
  void whatIsUnexpectedShowsNothingOfTheInside(RuntimeException thrown) {
    Answer answer = Client.of(dynamoThat(thrown)).as("alice").get(ID);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.problem()).isEqualTo("internal");
    assertThat(answer.text("detail")).contains("request-7");
    assertThat(answer.body().toString()).doesNotContain("secret").doesNotContain("Exception");
  }

  @Test
  void anIdThatIsTakenIsWorthAnotherTry() {
    DynamoDbClient dynamo = mock(DynamoDbClient.class);
    when(dynamo.putItem(anyPut())).thenThrow(ConditionalCheckFailedException.builder().build());
    Client alice =
        Client.of(new DynamoJobStore(dynamo, "table", Clock.systemUTC())).as("alice", "[uploader]");

    Answer answer =
        alice.create(
            "{\"fileName\":\"cat.jpg\",\"contentType\":\"image/jpeg\",\"contentLength\":12}");

    assertThat(answer.status()).isEqualTo(503);
  }

  private static JobStore dynamoThat(RuntimeException thrown) {
    DynamoDbClient dynamo = mock(DynamoDbClient.class);
    when(dynamo.getItem(anyGet())).thenThrow(thrown);
    return new DynamoJobStore(dynamo, "table", Clock.systemUTC());
  }

  private static Consumer<GetItemRequest.Builder> anyGet() {
    return any();
  }

  private static Consumer<PutItemRequest.Builder> anyPut() {
    return any();
  }
}
