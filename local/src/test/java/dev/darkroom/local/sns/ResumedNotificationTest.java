package dev.darkroom.local.sns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.local.http.LoopbackServer;
import dev.darkroom.local.journal.Outbox;
import dev.darkroom.local.mail.Email;
import dev.darkroom.local.mail.Inbox;
import dev.darkroom.local.mail.Mailer;
import dev.darkroom.local.sqs.MessageAttribute;
import dev.darkroom.local.sqs.Queues;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each service on the same folder is that of the next process. */
class ResumedNotificationTest {
  private static final String TOPIC = "arn:aws:sns:eu-west-1:000000000000:outcomes";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir private Path folder;

  @Test
  void aConfirmedSubscriptionOutlivesARestart() {
    Topic topic = new Topic(TOPIC, "");
    Subscriptions before = subscriptions();
    Subscription ada = subscribe(before, topic, "ada@example.com");
    Subscription bob = subscribe(before, topic, "bob@example.com");
    before.confirm(topic, ada.token(), true, true);

    Subscriptions after = subscriptions();

    Subscription kept = after.get(ada.arn());
    assertThat(kept.confirmed()).isTrue();
    assertThat(kept.confirmationAuthenticated()).isTrue();
    assertThat(kept.unsubscribeNeedsSignature()).isTrue();
    assertThat(kept.endpoint()).isEqualTo("ada@example.com");
    assertThat(kept.attributes().shown()).isEqualTo(ada.attributes().shown());
    assertThat(after.confirm(topic, bob.token(), false, false).confirmed()).isTrue();
    assertThat(subscriptions().get(bob.arn()).confirmed()).isTrue();
  }

  @Test
  void whatIsChangedAndWhatIsEndedStaysSo() throws InvalidAttribute {
    Topic topic = new Topic(TOPIC, "");
    Subscriptions before = subscriptions();
    Subscription ada = subscribe(before, topic, "ada@example.com");
    Subscription bob = subscribe(before, topic, "bob@example.com");
    List.of(ada, bob).forEach(each -> before.confirm(topic, each.token(), false, false));
    before.setAttribute(ada.arn(), "FilterPolicy", "{\"owner\":[\"bob\"]}");
    before.unsubscribe(bob.arn(), false);

    Subscriptions after = subscriptions();

    assertThat(after.to(topic)).extracting(Subscription::arn).containsExactly(ada.arn());
    assertThat(after.get(ada.arn()).attributes().shown())
        .containsEntry("FilterPolicy", "{\"owner\":[\"bob\"]}");
  }

  @Test
  void aMessageThatWasPublishedAndNotDeliveredIsDelivered() throws Exception {
    Topic topic = new Topic(TOPIC, "");
    Subscriptions subscriptions = subscriptions();
    Subscription ada = subscribe(subscriptions, topic, "ada@example.com");
    subscriptions.confirm(topic, ada.token(), false, false);
    Subscription gone = subscribe(subscriptions, topic, "gone@example.com");
    subscriptions.confirm(topic, gone.token(), false, false);
    Message message =
        new Message(
            "1",
            TOPIC,
            Optional.of("Your photo"),
            "is ready",
            Map.of(),
            Map.of("owner", MessageAttribute.string("ada")),
            Instant.now());
    KeptNotifications published = new KeptNotifications(notifications());
    published.add(ada, message);
    published.add(gone, message);
    subscriptions.unsubscribe(gone.arn(), false);

    try (Inbox inbox = Inbox.start();
        Running next = new Running(inbox)) {
      next.service.createTopic("outcomes", "");
      next.service.resume();
      Email mail = inbox.await("ada@example.com", email -> true, PATIENCE).orElseThrow();
      assertThat(mail.subject()).isEqualTo("Your photo");
      assertThat(mail.body()).contains("is ready");
    }
    assertThat(notifications().leftovers()).isEmpty();
  }

  private Subscriptions subscriptions() {
    return new Subscriptions(InstantSource.system(), Outbox.in(folder.resolve("subscriptions")));
  }

  private Outbox notifications() {
    return Outbox.in(folder.resolve("notifications"));
  }

  private static Subscription subscribe(Subscriptions to, Topic topic, String address) {
    try {
      return to.subscribe(
          topic, Protocol.EMAIL, address, Map.of("FilterPolicy", "{\"owner\":[\"ada\"]}"));
    } catch (InvalidAttribute e) {
      throw new AssertionError(e);
    }
  }

  /** The service, started on what the folder has. */
  private final class Running implements AutoCloseable {
    final Sns service;
    private final LoopbackServer server;

    Running(Inbox inbox) throws Exception {
      Queues queues =
          new Queues("eu-west-1", "000000000000", Clock.systemUTC(), () -> URI.create("http://q"));
      service =
          new Sns(
              "eu-west-1",
              "000000000000",
              new Mailer("127.0.0.1", inbox.smtpPort(), "no-reply@sns.localhost"),
              queues,
              this::uri,
              Outbox.in(folder.resolve("subscriptions")),
              notifications());
      server = LoopbackServer.start(0, service.endpoint());
    }

    private URI uri() {
      return server.uri();
    }

    @Override
    public void close() {
      service.close();
      server.close();
    }
  }
}
