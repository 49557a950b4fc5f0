package dev.darkroom.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.local.journal.Outbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A queue that is made again on the same folder is that of the next process. */
class KeptMessagesTest {
  private static final Duration VISIBILITY = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private final TestClock clock = new TestClock();
  private Queue queue;

  @BeforeEach
  void restart() {
    queue =
        new Queue(
            "q",
            "arn:aws:sqs:eu-west-1:000000000000:q",
            QueueSettings.of(Map.of("MessageRetentionPeriod", "60")),
            clock,
            Outbox.in(folder));
  }

  @Test
  void messagesOutliveARestartInTheOrderSent() throws InterruptedException {
    List.of("a", "b", "c").forEach(this::send);

    restart();

    assertThat(receive()).extracting(ReceivedMessage::body).containsExactly("a", "b", "c");
  }

  @Test
  void attributesAreUnchanged() throws InterruptedException {
    queue.send(
        "a",
        Map.of(
            "text",
            MessageAttribute.string("é"),
            "bytes",
            new MessageAttribute("Binary", null, new byte[] {0, -1, 7})),
        Duration.ZERO);

    restart();

    Map<String, MessageAttribute> attributes = receive().get(0).attributes();
    assertThat(attributes.get("text").stringValue()).isEqualTo("é");
    assertThat(attributes.get("bytes").binaryValue()).containsExactly(0, -1, 7);
  }

  @Test
  void whoReceivedAMessageStillHasIt() throws InterruptedException {
    send("a");
    String handle = receive().get(0).receiptHandle();

    restart();
    assertThat(receive()).isEmpty();
    queue.delete(handle);
    clock.advance(VISIBILITY);

    assertThat(receive()).isEmpty();
  }

  @Test
  void aMessageThatNobodyDeletedIsReceivedAgain() throws InterruptedException {
    send("a");
    ReceivedMessage first = receive().get(0);

    restart();
    clock.advance(VISIBILITY);

    assertThat(receive())
        .singleElement()
        .extracting(
            ReceivedMessage::id, ReceivedMessage::receiveCount, ReceivedMessage::firstReceivedAt)
        .containsExactly(first.id(), 2, first.firstReceivedAt());
  }

  @Test
  void whatWasDeletedStaysSo() throws InterruptedException {
    send("a");
    queue.delete(receive().get(0).receiptHandle());

    assertNothingIsLeft();
  }

  @Test
  void whatWasPurgedStaysSo() {
    send("a");
    queue.purge();

    assertNothingIsLeft();
  }

  @Test
  void whatIsTooOldIsForgotten() {
    send("a");
    clock.advance(Duration.ofSeconds(61));
    restart();

    assertThat(queue.counts().visible()).isZero();
    assertNothingIsLeft();
  }

  private void assertNothingIsLeft() {
    assertThat(Outbox.in(folder).leftovers()).isEmpty();
  }

  private void send(String body) {
    queue.send(body, Map.of(), Duration.ZERO);
  }

  private List<ReceivedMessage> receive() throws InterruptedException {
    return queue.receive(10, VISIBILITY, Duration.ZERO);
  }
}
