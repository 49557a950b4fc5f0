package dev.darkroom.local.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sns.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sns.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.InvalidParameterValueException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.sns.model.TooManyEntriesInBatchRequestException;
import software.amazon.awssdk.services.sns.model.Topic;

class SnsEndpointTest {
  private SnsFixture fixture;
  private String topic;

  @BeforeEach
  void start() throws Exception {
    fixture = new SnsFixture();
    topic = fixture.service.createTopic("jobs", "");
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void createsATopicOnce() {
    assertThat(fixture.sns.createTopic(b -> b.name("jobs")).topicArn())
        .isEqualTo(topic)
        .isEqualTo("arn:aws:sns:eu-west-1:" + SnsFixture.ACCOUNT + ":jobs");
    assertThatThrownBy(
            () ->
                fixture.sns.createTopic(
                    b -> b.name("jobs").attributes(Map.of("DisplayName", "Other"))))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("Topic already exists with different attributes");
  }

  @Test
  void showsATopicsAttributes() {
    String named =
        fixture
            .sns
            .createTopic(b -> b.name("named").attributes(Map.of("DisplayName", "A & <b>")))
            .topicArn();
    fixture.service.subscribe(named, "email", "ann@example.com", Map.of());
    fixture.service.subscribe(named, "sqs", queueArn(), Map.of());

    assertThat(fixture.sns.getTopicAttributes(b -> b.topicArn(named)).attributes())
        .containsEntry("DisplayName", "A & <b>")
        .containsEntry("SubscriptionsConfirmed", "1")
        .containsEntry("SubscriptionsPending", "1")
        .containsEntry("Owner", SnsFixture.ACCOUNT);
  }

  @Test
  void listsEveryTopicPageByPage() {
    IntStream.range(0, 220).forEach(i -> fixture.service.createTopic("t" + i, ""));

    assertThat(fixture.sns.listTopics().topics()).hasSize(100);
    assertThat(fixture.sns.listTopicsPaginator().topics())
        .hasSize(221)
        .extracting(Topic::topicArn)
        .doesNotHaveDuplicates();
  }

  @Test
  void deletesATopicWithItsSubscriptions() {
    fixture.service.subscribe(topic, "sqs", queueArn(), Map.of());
    fixture.sns.deleteTopic(b -> b.topicArn(topic));
    fixture.sns.deleteTopic(b -> b.topicArn(topic));

    assertThat(fixture.sns.listSubscriptions().subscriptions()).isEmpty();
    assertThatThrownBy(() -> fixture.sns.publish(b -> b.topicArn(topic).message("m")))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("Topic does not exist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"é", "a\nb", " leading", "\u0007", ""})
  void refusesASubjectThatIsNotOnePrintableAsciiLine(String subject) {
    assertThatThrownBy(() -> publish(subject, "m"))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("Invalid parameter: Subject");
  }

  @Test
  void takesASubjectOf100LettersAndNoMore() {
    publish("s".repeat(100), "m");
    assertThatThrownBy(() -> publish("s".repeat(101), "m"))
        .hasMessageContaining("Invalid parameter: Subject");
  }

  @Test
  void takes256KibibytesWithAttributesAndNoMore() {
    fixture.sns.publish(b -> b.topicArn(topic).message("é".repeat(131_072)));
    assertThatThrownBy(
            () -> fixture.sns.publish(b -> b.topicArn(topic).message("m".repeat(262_145))))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("Invalid parameter: Message too long");
    assertThatThrownBy(
            () ->
                fixture.sns.publish(
                    b ->
                        b.topicArn(topic)
                            .message("m".repeat(262_140))
                            .messageAttributes(Map.of("k", attribute("String", "v")))))
        .hasMessageContaining("Invalid parameter: Message too long");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          no JSON               | JSON message body failed to parse
          {"email": "e"}        | No default entry in JSON message body
          {"default": {"a": 1}} | No default entry in JSON message body
          ["default"]           | No default entry in JSON message body
          """)
  void refusesAMessageStructureWithoutADefault(String message, String reason) {
    assertThatThrownBy(
            () ->
                fixture.sns.publish(
                    b -> b.topicArn(topic).messageStructure("json").message(message)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("Invalid parameter: Message Structure - " + reason);
  }

  @ParameterizedTest
  @CsvSource({
    "k, Text, v, invalid message attribute type",
    "k, Number, seven, Could not cast message attribute 'k' value to number",
    ".k, String, v, is invalid",
    "AWS.k, String, v, is invalid",
    "k..k, String, v, is invalid"
  })
  void refusesAttributesOfAnotherForm(String name, String type, String value, String reason) {
    assertThatThrownBy(
            () ->
                fixture.sns.publish(
                    b ->
                        b.topicArn(topic)
                            .message("m")
                            .messageAttributes(Map.of(name, attribute(type, value)))))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void refusesWhatItDoesNotDoByName() {
    assertThatThrownBy(() -> fixture.sns.publish(b -> b.phoneNumber("+1555").message("m")))
        .hasMessageContaining("PhoneNumber is not supported locally");
    assertThatThrownBy(() -> fixture.sns.createTopic(b -> b.name("jobs.fifo")))
        .hasMessageContaining("FIFO topics are not supported locally");
    assertThatThrownBy(
            () ->
                fixture.sns.createTopic(b -> b.name("k").attributes(Map.of("KmsMasterKeyId", "x"))))
        .hasMessageContaining("KmsMasterKeyId is not supported locally");
    assertThatThrownBy(() -> fixture.sns.publish(b -> b.topicArn(topic).message("")))
        .hasMessageContaining("Invalid parameter: Empty message");
    assertThatThrownBy(() -> fixture.sns.listPlatformApplications())
        .isInstanceOfSatisfying(
            SnsException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidAction"))
        .hasMessageContaining("ListPlatformApplications");
  }

  @ParameterizedTest
  @CsvSource({
    "sms, +1555, sms is not supported locally",
    "lambda, arn:aws:lambda:eu-west-1:000000000000:function:f, lambda is not supported locally",
    "pigeon, x, Amazon SNS does not support this protocol string: pigeon",
    "email, no address, Invalid parameter: Email address",
    "email, ann, Invalid parameter: Email address",
    "sqs, ann@example.com, Invalid parameter: SQS endpoint ARN"
  })
  void refusesEndpointsItCannotReach(String protocol, String endpoint, String reason) {
    assertThatThrownBy(
            () ->
                fixture.sns.subscribe(b -> b.topicArn(topic).protocol(protocol).endpoint(endpoint)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          email | RawMessageDelivery | true  | Delivery protocol [email] does not support raw message delivery
          sqs   | RawMessageDelivery | maybe | RawMessageDelivery: Invalid value [maybe]. Must be true or false.
          sqs   | FilterPolicyScope  | Body  | FilterPolicyScope: Invalid value [Body]
          sqs   | RedrivePolicy      | {}    | RedrivePolicy is not supported locally
          sqs   | Unheard            | of    | AttributeName
          """)
  void refusesSubscriptionAttributes(String protocol, String name, String value, String reason) {
    String endpoint = protocol.equals("sqs") ? queueArn() : "ann@example.com";
    assertThatThrownBy(
            () ->
                fixture.sns.subscribe(
                    b ->
                        b.topicArn(topic)
                            .protocol(protocol)
                            .endpoint(endpoint)
                            .attributes(Map.of(name, value))))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("Invalid parameter: Attributes Reason: " + reason);
  }

  @Test
  void publishesWhatIsValidInABatch() {
    PublishBatchResponse answer =
        fixture.sns.publishBatch(
            b ->
                b.topicArn(topic)
                    .publishBatchRequestEntries(entry("a", "m"), entry("b", ""), entry("c", "m")));

    assertThat(answer.successful()).extracting(e -> e.id()).containsExactly("a", "c");
    assertThat(answer.failed())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.id()).isEqualTo("b");
              assertThat(failure.code()).isEqualTo("InvalidParameter");
              assertThat(failure.senderFault()).isTrue();
            });
  }

  @Test
  void refusesABatchThatIsNone() {
    assertThatThrownBy(() -> batch(entry("a", "m"), entry("a", "m")))
        .isInstanceOf(BatchEntryIdsNotDistinctException.class);
    assertThatThrownBy(() -> batch(entry("a", "m".repeat(200_000)), entry("b", "m".repeat(70_000))))
        .isInstanceOf(BatchRequestTooLongException.class);
    assertThatThrownBy(
            () ->
                batch(
                    IntStream.range(0, 11)
                        .mapToObj(i -> entry("e" + i, "m"))
                        .toArray(PublishBatchRequestEntry[]::new)))
        .isInstanceOf(TooManyEntriesInBatchRequestException.class);
  }

  @Test
  void answersOnlySignedRequests() throws Exception {
    // What any web page could make a browser send to this port.
    String publish =
        "Action=Publish&Message=m&TopicArn=" + URLEncoder.encode(topic, StandardCharsets.UTF_8);

    HttpResponse<String> posted = fixture.post(publish);
    HttpResponse<String> got = fixture.get(fixture.server.uri() + "/?" + publish, "*/*");

    assertThat(List.of(posted.statusCode(), got.statusCode())).containsOnly(403);
    assertThat(posted.body()).contains("<Code>MissingAuthenticationToken</Code>");
  }

  @Test
  void answersProgramsThatFollowALinkInXml() throws Exception {
    String subscription = fixture.service.subscribe(topic, "sqs", queueArn(), Map.of());

    HttpResponse<String> response =
        fixture.get(
            fixture.server.uri() + "/?Action=Unsubscribe&SubscriptionArn=" + subscription, "*/*");

    assertThat(response.body())
        .startsWith("<UnsubscribeResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\">")
        .contains("<RequestId>");
  }

  @Test
  void encodesWhatALinkBringsWithIt() throws Exception {
    HttpResponse<String> response =
        fixture.get(
            fixture.server.uri()
                + "/?Action=Unsubscribe&SubscriptionArn=a:a:a:a:a:%3Cscript%3Ealert(1)%3C/script%3E",
            "text/html");

    assertThat(response.body()).contains("&lt;script").doesNotContain("<script");
  }

  @Test
  void refusesWhatIsNoArn() {
    assertThatThrownBy(() -> fixture.sns.publish(b -> b.topicArn("jobs").message("m")))
        .hasMessageContaining("TopicArn Reason: An ARN must have at least 6 elements, not 1");
  }

  private void publish(String subject, String message) {
    fixture.sns.publish(b -> b.topicArn(topic).subject(subject).message(message));
  }

  private void batch(PublishBatchRequestEntry... entries) {
    fixture.sns.publishBatch(b -> b.topicArn(topic).publishBatchRequestEntries(entries));
  }

  private static PublishBatchRequestEntry entry(String id, String message) {
    return PublishBatchRequestEntry.builder().id(id).message(message).build();
  }

  private static MessageAttributeValue attribute(String type, String value) {
    return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
  }

  private static String queueArn() {
    return "arn:aws:sqs:eu-west-1:" + SnsFixture.ACCOUNT + ":jobs";
  }
}
