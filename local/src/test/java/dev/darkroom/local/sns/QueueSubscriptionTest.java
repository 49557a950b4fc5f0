package dev.darkroom.local.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sns.model.FilterPolicyLimitExceededException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

class QueueSubscriptionTest {
  private SnsFixture fixture;
  private String topic;
  private String queue;

  @BeforeEach
  void start() throws Exception {
    fixture = new SnsFixture();
    topic = fixture.sns.createTopic(b -> b.name("jobs")).topicArn();
    queue = fixture.queues.createQueue("jobs", Map.of("ReceiveMessageWaitTimeSeconds", "10"));
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void deliversAnEnvelope() throws Exception {
    String subscription = subscribe(Map.of());
    String id =
        fixture.sns.publish(b -> b.topicArn(topic).subject("s").message("größe")).messageId();

    JsonNode envelope = new ObjectMapper().readTree(receive().body());

    assertThat(envelope.path("Type").asText()).isEqualTo("Notification");
    assertThat(envelope.path("MessageId").asText()).isEqualTo(id);
    assertThat(envelope.path("Subject").asText()).isEqualTo("s");
    assertThat(envelope.path("Message").asText()).isEqualTo("größe");
    assertThat(envelope.path("Timestamp").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(envelope.path("UnsubscribeURL").asText())
        .startsWith(fixture.server.uri() + "/?Action=Unsubscribe&SubscriptionArn=")
        .endsWith(subscription.substring(subscription.lastIndexOf(':') + 1));
  }

  @Test
  void deliversRawMessagesWithTheirAttributes() {
    subscribe(Map.of("RawMessageDelivery", "true"));
    fixture.sns.publish(
        b ->
            b.topicArn(topic)
                .message("just this")
                .messageAttributes(
                    Map.of(
                        "n",
                            MessageAttributeValue.builder()
                                .dataType("Number")
                                .stringValue("7")
                                .build(),
                        "b",
                            MessageAttributeValue.builder()
                                .dataType("Binary")
                                .binaryValue(SdkBytes.fromByteArray(new byte[] {1, -2}))
                                .build())));

    Message received = receive();

    assertThat(received.body()).isEqualTo("just this");
    assertThat(received.messageAttributes().get("n").stringValue()).isEqualTo("7");
    assertThat(received.messageAttributes().get("b").binaryValue().asByteArray())
        .containsExactly(1, -2);
  }

  @Test
  void filtersOnTheBodyWhenAskedTo() {
    subscribe(
        Map.of(
            "RawMessageDelivery", "true",
            "FilterPolicyScope", "MessageBody",
            "FilterPolicy", "{\"job\":{\"status\":[\"FAILED\"]}}"));
    List.of("no JSON", "{\"job\":{\"status\":\"COMPLETED\"}}", "{\"job\":{\"status\":\"FAILED\"}}")
        .forEach(text -> fixture.sns.publish(b -> b.topicArn(topic).message(text)));

    assertThat(receive().body()).contains("FAILED");
    assertThat(fixture.sqs.receiveMessage(b -> b.queueUrl(url()).waitTimeSeconds(0)).messages())
        .isEmpty();
  }

  @Test
  void filtersByAPolicyThatIsSetLater() {
    String subscription = subscribe(Map.of("RawMessageDelivery", "true"));
    fixture.sns.setSubscriptionAttributes(
        b ->
            b.subscriptionArn(subscription)
                .attributeName("FilterPolicy")
                .attributeValue("{\"k\":[{\"exists\":true}]}"));
    fixture.sns.publish(b -> b.topicArn(topic).message("filtered"));
    fixture.sns.setSubscriptionAttributes(
        b -> b.subscriptionArn(subscription).attributeName("FilterPolicy").attributeValue("{}"));
    fixture.sns.publish(b -> b.topicArn(topic).message("all"));

    assertThat(receive().body()).isEqualTo("all");
    assertThat(attributes(subscription)).doesNotContainKey("FilterPolicy");
  }

  @Test
  void isOneSubscriptionHoweverOftenSubscribed() {
    Map<String, String> attributes = Map.of("FilterPolicy", "{\"k\":[\"v\"]}");
    String first = subscribe(attributes);

    assertThat(subscribe(attributes)).isEqualTo(first);
    assertThat(subscribe(Map.of())).isEqualTo(first);
    assertThat(subscribe(Map.of("RawMessageDelivery", "FALSE", "FilterPolicy", "{}")))
        .isEqualTo(first);
    assertThatThrownBy(() -> subscribe(Map.of("FilterPolicy", "{\"k\":[\"w\"]}")))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining(
            "Attributes Reason: Subscription already exists with different attributes");
    assertThat(fixture.sns.listSubscriptions().subscriptions()).hasSize(1);
  }

  @Test
  void refusesAnInvalidPolicyBothWays() {
    assertThatThrownBy(() -> subscribe(Map.of("FilterPolicy", "{\"k\":[]}")))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining(
            "Invalid parameter: Attributes Reason: FilterPolicy: Empty arrays are not allowed");
    String subscription = subscribe(Map.of("FilterPolicy", "{\"k\":[\"v\"]}"));

    assertThatThrownBy(
            () ->
                fixture.sns.setSubscriptionAttributes(
                    b ->
                        b.subscriptionArn(subscription)
                            .attributeName("FilterPolicy")
                            .attributeValue("{\"k\":[{\"numeric\":[\">\"]}]}")))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("Invalid parameter: FilterPolicy: Value of > must be numeric");
    assertThat(attributes(subscription)).containsEntry("FilterPolicy", "{\"k\":[\"v\"]}");
  }

  @Test
  void takesAtMost200FilterPoliciesATopic() {
    Map<String, String> policy = Map.of("FilterPolicy", "{\"k\":[\"v\"]}");
    IntStream.range(0, 200)
        .forEach(i -> fixture.service.subscribe(topic, "sqs", queue + i, policy));

    assertThatThrownBy(() -> subscribe(policy))
        .isInstanceOf(FilterPolicyLimitExceededException.class);
    subscribe(Map.of());
    assertThat(fixture.sns.listSubscriptionsPaginator().subscriptions()).hasSize(201);
    assertThat(fixture.sns.listSubscriptionsByTopic(b -> b.topicArn(topic)).subscriptions())
        .hasSize(100);
  }

  @Test
  void goesOnAfterAQueueThatIsNotThere() {
    fixture.service.subscribe(topic, "sqs", queue + "-missing", Map.of());
    subscribe(Map.of("RawMessageDelivery", "true"));
    fixture.sns.publish(b -> b.topicArn(topic).message("arrives"));

    assertThat(receive().body()).isEqualTo("arrives");
  }

  private String subscribe(Map<String, String> attributes) {
    return fixture
        .sns
        .subscribe(b -> b.topicArn(topic).protocol("sqs").endpoint(queue).attributes(attributes))
        .subscriptionArn();
  }

  private Message receive() {
    return fixture
        .sqs
        .receiveMessage(b -> b.queueUrl(url()).messageAttributeNames("All"))
        .messages()
        .get(0);
  }

  private String url() {
    return fixture.queues.url(queue).toString();
  }

  private Map<String, String> attributes(String subscription) {
    return fixture.sns.getSubscriptionAttributes(b -> b.subscriptionArn(subscription)).attributes();
  }
}
