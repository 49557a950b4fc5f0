package dev.darkroom.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.journal.Outbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class QueueTest {
  private static final Duration VISIBILITY = Duration.ofSeconds(30);

  private final TestClock clock = new TestClock();
  private final Queue queue =
      new Queue(
          "q",
          "arn:aws:sqs:eu-west-1:000000000000:q",
          QueueSettings.of(Map.of("MessageRetentionPeriod", "60")),
          clock,
          Outbox.NONE);

  @Test
  void hidesAMessageWhileOneReceiverHasIt() throws InterruptedException {
    send("a");
    assertThat(receive()).extracting(ReceivedMessage::body).containsExactly("a");
    assertThat(receive()).isEmpty();

    clock.advance(VISIBILITY);

    assertThat(receive())
        .singleElement()
        .extracting(ReceivedMessage::body, ReceivedMessage::receiveCount)
        .containsExactly("a", 2);
  }

  @Test
  void givesMessagesInTheOrderSent() throws InterruptedException {
    List.of("a", "b", "c").forEach(this::send);

    assertThat(queue.receive(10, VISIBILITY, Duration.ZERO))
        .extracting(ReceivedMessage::body)
        .containsExactly("a", "b", "c");
  }

  @Test
  void deletesByTheNewestHandleOnly() throws InterruptedException {
    send("a");
    String stale = receive().get(0).receiptHandle();
    clock.advance(VISIBILITY);
    String newest = receive().get(0).receiptHandle();

    queue.delete(stale);
    assertThat(queue.counts().inFlight()).isEqualTo(1);
    queue.delete(newest);
    assertThat(queue.counts()).isEqualTo(new Queue.Counts(0, 0, 0));
  }

  @Test
  void forgetsMessagesOlderThanTheRetentionPeriod() throws InterruptedException {
    send("old");
    clock.advance(Duration.ofSeconds(40));
    send("new");
    clock.advance(Duration.ofSeconds(21));

    assertThat(queue.receive(10, VISIBILITY, Duration.ZERO))
        .extracting(ReceivedMessage::body)
        .containsExactly("new");
  }

  @Test
  void holdsADelayedMessageBack() throws InterruptedException {
    queue.send("later", Map.of(), Duration.ofSeconds(5));
    assertThat(receive()).isEmpty();
    assertThat(queue.counts()).isEqualTo(new Queue.Counts(0, 0, 1));

    clock.advance(Duration.ofSeconds(5));

    assertThat(receive()).hasSize(1);
  }

  @Test
  void givesAMessageBackWhenItsVisibilityBecomesZero() throws InterruptedException {
    send("a");
    queue.changeVisibility(receive().get(0).receiptHandle(), Duration.ZERO);

    assertThat(receive()).hasSize(1);
  }

  @Test
  void refusesToChangeTheVisibilityOfAMessageNobodyHas() throws InterruptedException {
    send("a");
    String handle = receive().get(0).receiptHandle();
    clock.advance(VISIBILITY);

    assertThatThrownBy(() -> queue.changeVisibility(handle, VISIBILITY))
        .isInstanceOf(AwsError.class)
        .extracting("code")
        .isEqualTo("MessageNotInflight");
  }

  @Test
  void refusesAHandleItNeverGave() {
    for (String handle : List.of("nonsense", "bm9uc2Vuc2U=")) {
      assertThatThrownBy(() -> queue.delete(handle))
          .extracting("code")
          .isEqualTo("ReceiptHandleIsInvalid");
    }
  }

  @Test
  @Timeout(10)
  void wakesALongPollWhenAMessageComes() throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Callable<List<ReceivedMessage>> poll =
          () -> queue.receive(1, VISIBILITY, Duration.ofSeconds(20));
      Future<List<ReceivedMessage>> polled = threads.submit(poll);
      send("a");
      assertThat(polled.get(5, TimeUnit.SECONDS)).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void endsALongPollWhenItsTimeIsUp() throws InterruptedException {
    long started = System.nanoTime();
    assertThat(queue.receive(1, VISIBILITY, Duration.ofMillis(30))).isEmpty();
    assertThat(System.nanoTime() - started).isGreaterThanOrEqualTo(30_000_000L);
  }

  @Test
  void isEmptyAfterAPurge() throws InterruptedException {
    send("a");
    send("b");
    receive();
    queue.purge();

    assertThat(queue.counts()).isEqualTo(new Queue.Counts(0, 0, 0));
  }

  private void send(String body) {
    queue.send(body, Map.of(), Duration.ZERO);
  }

  private List<ReceivedMessage> receive() throws InterruptedException {
    return queue.receive(1, VISIBILITY, Duration.ZERO);
  }
}
