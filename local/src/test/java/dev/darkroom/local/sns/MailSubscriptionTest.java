package dev.darkroom.local.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.local.mail.Email;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.sns.model.Subscription;

class MailSubscriptionTest {
  private static final String CONFIRMATION = "AWS Notification - Subscription Confirmation";
  private static final String ANN = "ann@example.com";

  private SnsFixture fixture;
  private String topic;

  @BeforeEach
  void start() throws Exception {
    fixture = new SnsFixture();
    topic = fixture.service.createTopic("jobs", "Darkroom");
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void deliversWhatTheFilterAcceptsOnceTheLinkWasFollowed() throws Exception {
    String pending =
        fixture
            .sns
            .subscribe(
                b ->
                    b.topicArn(topic)
                        .protocol("email")
                        .endpoint(ANN)
                        .attributes(
                            Map.of(
                                "FilterPolicy",
                                "{\"owner\":[\"ann\"],\"status\":[\"COMPLETED\"]}")))
            .subscriptionArn();
    assertThat(pending).isEqualTo("pending confirmation");
    publish("too early", "ann", "COMPLETED");

    Email confirmation = fixture.mail(ANN, CONFIRMATION);
    assertThat(confirmation.from()).isEqualTo("Darkroom <no-reply@sns.localhost>");
    assertThat(confirmation.body()).contains(topic);
    HttpResponse<String> page = fixture.follow(confirmation);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
    assertThat(page.body()).contains("Subscription confirmed", topic + ":");

    publish("not mine", "bob", "COMPLETED");
    publish("not final", "ann", "PROCESSING");
    publish("mine", "ann", "COMPLETED");

    Email email = fixture.mail(ANN, "mine");
    assertThat(email.body())
        .startsWith("Your photo is ready: größe 📷\n")
        .contains("If you wish to stop receiving notifications from this topic");
    assertThat(fixture.inbox.emails(ANN))
        .extracting(Email::subject)
        .containsExactly(CONFIRMATION, "mine");
  }

  @Test
  void endsWhenTheUnsubscribeLinkIsFollowed() throws Exception {
    confirm("email");
    fixture.sns.publish(b -> b.topicArn(topic).subject("one").message("text"));

    assertThat(fixture.follow(fixture.mail(ANN, "one")).body()).contains("Unsubscribed");

    assertThat(fixture.sns.listSubscriptionsByTopic(b -> b.topicArn(topic)).subscriptions())
        .isEmpty();
  }

  @Test
  void keepsTheOrderOfNotifications() throws Exception {
    confirm("email");
    for (int i = 0; i < 30; i++) {
      String subject = "mail " + i;
      fixture.sns.publish(b -> b.topicArn(topic).subject(subject).message("text"));
    }
    fixture.mail(ANN, "mail 29");

    assertThat(fixture.inbox.emails(ANN).stream().skip(1))
        .extracting(Email::subject)
        .containsExactlyElementsOf(IntStream.range(0, 30).mapToObj(i -> "mail " + i).toList());
  }

  @Test
  void sendsJsonToThoseWhoAskForIt() throws Exception {
    confirm("email-json");
    fixture.sns.publish(
        b ->
            b.topicArn(topic)
                .messageStructure("json")
                .message("{\"default\":\"d\",\"email\":\"e\",\"email-json\":\"j\"}")
                .messageAttributes(Map.of("owner", text("ann"))));

    JsonNode json =
        new ObjectMapper().readTree(fixture.mail(ANN, "AWS Notification Message").body());

    assertThat(json.path("Type").asText()).isEqualTo("Notification");
    assertThat(json.path("Message").asText()).isEqualTo("j");
    assertThat(json.path("TopicArn").asText()).isEqualTo(topic);
    assertThat(json.at("/MessageAttributes/owner/Value").asText()).isEqualTo("ann");
    assertThat(json.has("Subject")).isFalse();
  }

  @Test
  void isPendingUntilConfirmed() throws Exception {
    String arn =
        fixture
            .sns
            .subscribe(
                b -> b.topicArn(topic).protocol("email").endpoint(ANN).returnSubscriptionArn(true))
            .subscriptionArn();

    assertThat(arn).startsWith(topic + ":");
    assertThat(listedArn()).isEqualTo("PendingConfirmation");
    assertThat(attributes(arn)).containsEntry("PendingConfirmation", "true");

    fixture.follow(fixture.mail(ANN, CONFIRMATION));

    assertThat(listedArn()).isEqualTo(arn);
    assertThat(attributes(arn))
        .containsEntry("PendingConfirmation", "false")
        .containsEntry("ConfirmationWasAuthenticated", "false");
  }

  @Test
  void asksAgainWhenAPendingEndpointSubscribesAgain() throws Exception {
    subscribe("email");
    subscribe("email");
    Email first = fixture.mail(ANN, CONFIRMATION);
    assertThat(
            fixture.inbox.await(
                ANN, email -> fixture.inbox.emails(ANN).size() == 2, SnsFixture.PATIENCE))
        .isPresent();

    assertThat(fixture.inbox.emails(ANN))
        .extracting(Email::body)
        .containsExactly(first.body(), first.body());
    assertThat(fixture.sns.listSubscriptions().subscriptions()).hasSize(1);
  }

  @Test
  void cannotBeEndedBeforeItIsConfirmed() throws Exception {
    String arn = subscribe("email");

    assertThatThrownBy(() -> fixture.sns.unsubscribe(b -> b.subscriptionArn(arn)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("Cannot unsubscribe a subscription that is pending confirmation");
    fixture.follow(fixture.mail(ANN, CONFIRMATION));
    fixture.sns.unsubscribe(b -> b.subscriptionArn(arn));

    assertThatThrownBy(() -> attributes(arn)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void isForgottenWhenItWasNotConfirmedForTwoDays() throws Exception {
    String arn = subscribe("email");
    Email confirmation = fixture.mail(ANN, CONFIRMATION);
    fixture.ahead = Duration.ofHours(47);
    assertThat(attributes(arn)).containsEntry("PendingConfirmation", "true");

    fixture.ahead = Duration.ofHours(49);

    assertThatThrownBy(() -> attributes(arn)).isInstanceOf(NotFoundException.class);
    assertThat(fixture.follow(confirmation).statusCode()).isEqualTo(400);
    assertThat(subscribe("email")).isNotEqualTo(arn);
  }

  @Test
  void staysOnceItIsConfirmed() throws Exception {
    String arn = subscribe("email");
    fixture.follow(fixture.mail(ANN, CONFIRMATION));

    fixture.ahead = Duration.ofDays(400);

    assertThat(attributes(arn)).containsEntry("PendingConfirmation", "false");
  }

  @Test
  void refusesATokenItNeverSent() {
    assertThatThrownBy(
            () -> fixture.sns.confirmSubscription(b -> b.topicArn(topic).token("0".repeat(192))))
        .isInstanceOf(SnsException.class)
        .hasMessageContaining("Invalid parameter: Token");
  }

  @Test
  void keepsASubscriptionThatOnlySignedRequestsMayEnd() throws Exception {
    subscribe("email");
    String body = fixture.mail(ANN, CONFIRMATION).body();
    String token = body.replaceAll("(?s).*Token=(\\w+).*", "$1");
    String arn =
        fixture
            .sns
            .confirmSubscription(
                b -> b.topicArn(topic).token(token).authenticateOnUnsubscribe("true"))
            .subscriptionArn();
    fixture.sns.publish(b -> b.topicArn(topic).subject("one").message("text"));

    assertThat(fixture.follow(fixture.mail(ANN, "one")).statusCode()).isEqualTo(403);
    assertThat(attributes(arn)).containsEntry("ConfirmationWasAuthenticated", "true");
    fixture.sns.unsubscribe(b -> b.subscriptionArn(arn));
    assertThat(fixture.sns.listSubscriptions().subscriptions()).isEmpty();
  }

  private void publish(String subject, String owner, String status) {
    fixture.sns.publish(
        b ->
            b.topicArn(topic)
                .subject(subject)
                .message("Your photo is ready: größe 📷")
                .messageAttributes(Map.of("owner", text(owner), "status", text(status))));
  }

  private String subscribe(String protocol) {
    return fixture
        .sns
        .subscribe(
            b -> b.topicArn(topic).protocol(protocol).endpoint(ANN).returnSubscriptionArn(true))
        .subscriptionArn();
  }

  private void confirm(String protocol) throws Exception {
    subscribe(protocol);
    fixture.follow(fixture.mail(ANN, CONFIRMATION));
  }

  private String listedArn() {
    return fixture.sns.listSubscriptions().subscriptions().stream()
        .map(Subscription::subscriptionArn)
        .findFirst()
        .orElseThrow();
  }

  private Map<String, String> attributes(String arn) {
    return fixture.sns.getSubscriptionAttributes(b -> b.subscriptionArn(arn)).attributes();
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
