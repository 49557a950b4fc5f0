package dev.darkroom.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.redrive.FakeStates;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.sfn.model.SfnException;

class DeadLettersTest {
  private static final String EVENT = "{\"id\":\"%s\",\"detail\":{\"n\":1}}";

  private final FakeQueue queue = new FakeQueue();
  private final FakeStates states = new FakeStates();
  private final StringWriter out = new StringWriter();
  private final Report report = new Report(new PrintWriter(out));
  private final DeadLetters letters =
      new DeadLetters(queue, "https://sqs.example.com/1/UndeliveredUploads", report);
  private final Delivery uploads = new UploadDelivery(states, FakeStates.MACHINE);

  @Test
  void eachUploadIsStartedAndLeavesTheQueue() {
    for (int i = 0; i < 23; i++) {
      queue.add("m" + i, EVENT.formatted("event-" + i));
    }

    letters.deliver(uploads, false);

    assertThat(queue.all()).isEmpty();
    assertThat(states.started()).hasSize(23);
    assertThat(states.started().get(0).name()).isEqualTo("event-0");
    assertThat(states.started().get(0).input()).isEqualTo(EVENT.formatted("event-0"));
    assertThat(report.end()).isZero();
    assertThat(out.toString()).contains("m0  UndeliveredUploads  started event-0", "23 done");
  }

  @Test
  void anUploadThatWasStartedBeforeIsNotStartedTwice() {
    queue.add("m1", EVENT.formatted("event-1"));
    queue.add("m2", EVENT.formatted("event-1"));

    letters.deliver(uploads, false);

    assertThat(queue.all()).isEmpty();
    assertThat(states.started()).hasSize(1);
    assertThat(out.toString()).contains("was started before");
  }

  @Test
  void whatCannotBeDeliveredStaysAndCanBeReceivedAtOnce() {
    queue.add("m1", EVENT.formatted("event-1"));
    queue.add("m2", "no JSON");
    queue.add("m3", EVENT.formatted("event-3"));
    states.before(
        () -> {
          states.before(() -> {});
          throw SfnException.builder().message("Rate exceeded").build();
        });

    letters.deliver(uploads, false);

    assertThat(queue.all()).containsExactly("m1", "m2");
    assertThat(queue.visible()).containsExactlyInAnyOrder("m1", "m2");
    assertThat(report.end()).isEqualTo(2);
    assertThat(out.toString())
        .contains("m1  -  -  not done: Rate exceeded", "m2  -  -  not done: It is not JSON.")
        .contains("1 done, 0 left alone, 2 not done");
  }

  @Test
  void aDryRunLeavesTheQueueAsItWas() {
    queue.add("m1", EVENT.formatted("event-1"));

    letters.deliver(uploads, true);

    assertThat(queue.visible()).containsExactly("m1");
    assertThat(states.started()).isEmpty();
  }

  @Test
  void aFailureIsGivenToItsFunction() {
    StubFunction function = new StubFunction(null);
    queue.add("m1", EVENT.formatted("event-1"));

    letters.deliver(new FailureDelivery(function, "RecordFailure"), false);

    assertThat(queue.all()).isEmpty();
    assertThat(function.invoked)
        .singleElement()
        .satisfies(
            invoke -> {
              assertThat(invoke.functionName()).isEqualTo("RecordFailure");
              assertThat(invoke.payload().asUtf8String()).isEqualTo(EVENT.formatted("event-1"));
            });
  }

  @Test
  void aFailureWhoseFunctionFailsStays() {
    queue.add("m1", EVENT.formatted("event-1"));

    letters.deliver(new FailureDelivery(new StubFunction("Unhandled"), "RecordFailure"), false);

    assertThat(queue.visible()).containsExactly("m1");
    assertThat(report.end()).isEqualTo(2);
    assertThat(out.toString()).contains("not done: RecordFailure failed: {\"errorType\":\"Boom\"}");
  }

  /** A function that answers, or fails. */
  private static final class StubFunction implements LambdaClient {
    private final List<InvokeRequest> invoked = new ArrayList<>();
    private final String error;

    StubFunction(String error) {
      this.error = error;
    }

    @Override
    public InvokeResponse invoke(InvokeRequest request) {
      invoked.add(request);
      String answer = error == null ? "{}" : "{\"errorType\":\"Boom\"}";
      return InvokeResponse.builder()
          .statusCode(200)
          .functionError(error)
          .payload(SdkBytes.fromUtf8String(answer))
          .build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
