package dev.darkroom.local.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Stands before the event bus: sees every event, and changes those that a run wants changed. */
final class Events {
  private static final long LATE_MILLIS = 400;

  private final Runs runs;

  Events(Runs runs) {
    this.runs = runs;
  }

  Consumer<ObjectNode> before(Consumer<ObjectNode> bus) {
    Executor later = CompletableFuture.delayedExecutor(LATE_MILLIS, TimeUnit.MILLISECONDS);
    return event -> {
      Optional<Run> run = runs.about(event.toString());
      run.ifPresent(known -> see(known, event));
      Optional<EventChange> change = run.flatMap(known -> known.changeOf(which(event)));
      if (change.isEmpty()) {
        bus.accept(event);
        return;
      }
      run.get().note(change.get().toString());
      switch (change.get().what()) {
        case LOST -> {}
        case LATE -> later.execute(() -> bus.accept(event));
        case TWICE -> {
          bus.accept(event);
          bus.accept(event);
          later.execute(() -> bus.accept(event));
        }
      }
    };
  }

  private static void see(Run run, ObjectNode event) {
    JsonNode detail = event.path("detail");
    if (detail.has("executionArn")) {
      run.executionIs(detail.path("executionArn").asText(), detail.path("status").asText());
    }
  }

  /** Which kind of event this is; null when it is of no interest. */
  private static EventChange.Which which(ObjectNode event) {
    if (event.path("source").asText().equals("aws.s3")) {
      return EventChange.Which.UPLOAD;
    }
    return event.path("detail").path("status").asText().matches("FAILED|TIMED_OUT|ABORTED")
        ? EventChange.Which.FAILURE
        : null;
  }
}
