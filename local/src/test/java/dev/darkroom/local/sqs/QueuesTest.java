package dev.darkroom.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.local.http.LoopbackServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;
import software.amazon.awssdk.services.sqs.model.SqsException;

class QueuesTest {
  private static final String ACCOUNT = "000000000000";

  private final TestClock clock = new TestClock();
  private final Queues queues = new Queues("eu-west-1", ACCOUNT, clock, () -> uri());
  private LoopbackServer server;
  private SqsClient sqs;

  @BeforeEach
  void start() throws Exception {
    server = LoopbackServer.start(0, queues.endpoint());
    sqs =
        SqsClient.builder()
            .endpointOverride(server.uri())
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterEach
  void stop() {
    sqs.close();
    server.close();
  }

  @Test
  void carriesBodyAndAttributesUnchanged() {
    String url = create("plain");
    Map<String, MessageAttributeValue> attributes =
        Map.of(
            "text", MessageAttributeValue.builder().dataType("String").stringValue("é 📷").build(),
            "count", MessageAttributeValue.builder().dataType("Number").stringValue("3.5").build(),
            "bytes",
                MessageAttributeValue.builder()
                    .dataType("Binary.jpeg")
                    .binaryValue(SdkBytes.fromByteArray(new byte[] {0, -1, 7}))
                    .build());
    // The client compares the MD5 sums of body and attributes on both calls by itself.
    String id =
        sqs.sendMessage(
                b -> b.queueUrl(url).messageBody("grüß dich\n📷").messageAttributes(attributes))
            .messageId();

    Message received =
        sqs.receiveMessage(
                b ->
                    b.queueUrl(url)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
            .messages()
            .get(0);

    assertThat(received.messageId()).isEqualTo(id);
    assertThat(received.body()).isEqualTo("grüß dich\n📷");
    assertThat(received.messageAttributes()).isEqualTo(attributes);
    assertThat(received.attributesAsStrings())
        .containsEntry("ApproximateReceiveCount", "1")
        .containsEntry("SentTimestamp", Long.toString(clock.instant().toEpochMilli()));
  }

  @Test
  void givesOnlyTheAttributesAskedFor() {
    String arn = queues.createQueue("named", Map.of());
    queues.send(arn, "x", Map.of("app.a", "1", "app.b", "2", "other", "3"));

    Message received =
        sqs.receiveMessage(
                b -> b.queueUrl(queues.url(arn).toString()).messageAttributeNames("app.*"))
            .messages()
            .get(0);

    assertThat(received.messageAttributes()).containsOnlyKeys("app.a", "app.b");
  }

  @Test
  void countsWhatIsReceivedAndDeleted() {
    String url = create("counted");
    List.of("a", "b", "c").forEach(body -> sqs.sendMessage(b -> b.queueUrl(url).messageBody(body)));
    List<Message> received =
        sqs.receiveMessage(b -> b.queueUrl(url).maxNumberOfMessages(2)).messages();
    sqs.deleteMessage(b -> b.queueUrl(url).receiptHandle(received.get(0).receiptHandle()));

    assertThat(attributes(url))
        .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "1")
        .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "1")
        .containsEntry(
            QueueAttributeName.QUEUE_ARN, "arn:aws:sqs:eu-west-1:" + ACCOUNT + ":counted");

    sqs.purgeQueue(b -> b.queueUrl(url));
    assertThat(attributes(url))
        .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0")
        .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "0");
  }

  @Test
  void givesAMessageAgainWhenItsVisibilityTimeoutPasses() {
    String url = create("again");
    sqs.sendMessage(b -> b.queueUrl(url).messageBody("x"));
    Message first =
        sqs.receiveMessage(b -> b.queueUrl(url).visibilityTimeout(10)).messages().get(0);
    sqs.changeMessageVisibility(
        b -> b.queueUrl(url).receiptHandle(first.receiptHandle()).visibilityTimeout(20));

    clock.advance(Duration.ofSeconds(15));
    assertThat(sqs.receiveMessage(b -> b.queueUrl(url)).messages()).isEmpty();
    clock.advance(Duration.ofSeconds(5));
    assertThat(sqs.receiveMessage(b -> b.queueUrl(url)).messages()).hasSize(1);
  }

  @Test
  void listsQueuesByPrefixPageByPage() {
    List.of("dlq-a", "dlq-b", "dlq-c", "work").forEach(this::create);

    assertThat(sqs.listQueuesPaginator(b -> b.queueNamePrefix("dlq-").maxResults(2)).queueUrls())
        .extracting(url -> url.substring(url.lastIndexOf('/') + 1))
        .containsExactly("dlq-a", "dlq-b", "dlq-c");
  }

  @Test
  void findsAQueueByName() {
    String url = create("known");

    assertThat(sqs.getQueueUrl(b -> b.queueName("known")).queueUrl())
        .isEqualTo(url)
        .isEqualTo(server.uri() + "/" + ACCOUNT + "/known");
    assertThatThrownBy(() -> sqs.getQueueUrl(b -> b.queueName("unknown")))
        .isInstanceOf(QueueDoesNotExistException.class);
  }

  @Test
  void createsAQueueOnce() {
    String first = create("once", Map.of("DelaySeconds", "5"));

    assertThat(create("once", Map.of("DelaySeconds", "5"))).isEqualTo(first);
    assertThat(create("once", Map.of())).isEqualTo(first);
    assertThatThrownBy(() -> create("once", Map.of("DelaySeconds", "6")))
        .isInstanceOf(QueueNameExistsException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "VisibilityTimeout, 43201, InvalidAttributeValue",
    "MessageRetentionPeriod, 59, InvalidAttributeValue",
    "DelaySeconds, -1, InvalidAttributeValue",
    "DelaySeconds, ten, InvalidAttributeValue",
    "RedrivePolicy, {}, InvalidAttributeName",
    "FifoQueue, true, InvalidAttributeName"
  })
  void refusesAttributesThatItDoesNotTake(String name, String value, String code) {
    assertThatThrownBy(() -> create("q", Map.of(name, value)))
        .isInstanceOfSatisfying(
            SqsException.class, e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code))
        .hasMessageContaining(name);
  }

  @Test
  void refusesWhatIsNoMessage() {
    String url = create("strict", Map.of("MaximumMessageSize", "1024"));

    assertThatThrownBy(() -> sqs.sendMessage(b -> b.queueUrl(url).messageBody("x".repeat(1025))))
        .isInstanceOf(SqsException.class)
        .hasMessageContaining("1024 bytes");
    assertThatThrownBy(() -> sqs.sendMessage(b -> b.queueUrl(url).messageBody("a\u0001b")))
        .isInstanceOf(SqsException.class)
        .hasMessageContaining("outside the allowed set");
    assertThatThrownBy(
            () -> sqs.sendMessage(b -> b.queueUrl(url).messageBody("x").messageGroupId("g")))
        .isInstanceOf(SqsException.class)
        .hasMessageContaining("MessageGroupId is not supported locally");
  }

  @Test
  void refusesOperationsItDoesNotKnowByName() {
    assertThatThrownBy(() -> sqs.listDeadLetterSourceQueues(b -> b.queueUrl(create("q"))))
        .isInstanceOf(SqsException.class)
        .hasMessageContaining("ListDeadLetterSourceQueues' is not supported locally");
  }

  @Test
  void saysTheFormerCodeToSdksThatGoByIt() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri())
            .header("x-amz-target", "AmazonSQS.GetQueueUrl")
            .header("content-type", "application/x-amz-json-1.0")
            .POST(HttpRequest.BodyPublishers.ofString("{\"QueueName\":\"unknown\"}"))
            .build();

    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("x-amzn-query-error"))
        .hasValue("AWS.SimpleQueueService.NonExistentQueue;Sender");
  }

  @Test
  void takesMessagesByArn() {
    String arn = queues.createQueue("dead", Map.of());
    queues.send(arn, "{}", Map.of("ERROR_CODE", "NO_PERMISSIONS"));

    assertThat(
            sqs.receiveMessage(
                    b -> b.queueUrl(queues.url(arn).toString()).messageAttributeNames("All"))
                .messages())
        .singleElement()
        .satisfies(
            message ->
                assertThat(message.messageAttributes().get("ERROR_CODE").stringValue())
                    .isEqualTo("NO_PERMISSIONS"));
    assertThatThrownBy(() -> queues.send(arn.replace(ACCOUNT, "111111111111"), "{}", Map.of()))
        .hasMessageContaining("does not exist");
  }

  private URI uri() {
    return server.uri();
  }

  private String create(String name) {
    return create(name, Map.of());
  }

  private String create(String name, Map<String, String> attributes) {
    return sqs.createQueue(b -> b.queueName(name).attributesWithStrings(attributes)).queueUrl();
  }

  private Map<QueueAttributeName, String> attributes(String url) {
    return sqs.getQueueAttributes(b -> b.queueUrl(url).attributeNames(QueueAttributeName.ALL))
        .attributes();
  }
}
