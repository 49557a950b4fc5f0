package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.states.asl.DefinitionReader;
import dev.darkroom.local.states.asl.Machine;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs state machines in tests. In JSON, single quotes stand for double ones. */
final class Trial {
  private static final ObjectMapper JSON = new ObjectMapper();

  final FakeFunctions functions = new FakeFunctions();
  final ManualTime time;
  private CompletableFuture<Void> ended;
  private Interpreter interpreter;

  Trial() {
    this(ManualTime.jumping());
  }

  Trial(ManualTime time) {
    this.time = time;
  }

  static JsonNode json(String text) {
    return strictJson(text.replace('\'', '"'));
  }

  private static JsonNode strictJson(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** Starts a machine of the given states; the first is where it starts. */
  Execution start(String states, String input) {
    return startMachine("'States': {" + states + "}", input);
  }

  Execution startMachine(String fields, String input) {
    ObjectNode definition = (ObjectNode) json("{" + fields + "}");
    definition.put("QueryLanguage", "JSONata");
    definition.put("StartAt", definition.get("States").fieldNames().next());
    ended = new CompletableFuture<>();
    Integrations integrations = new Integrations("eu-central-1", functions);
    Identity identity =
        new Identity("arn:execution", "execution", "arn:machine", "machine", "arn:role");
    String text = input.replace('\'', '"');
    Machine machine = DefinitionReader.read(definition.toString(), integrations);
    Definition made = new Definition(definition.toString(), machine, "arn:role", time.now());
    Execution execution = new Execution(identity, text, json(input), made, time, this::told);
    // Its threads are daemons, and idle ones end by themselves.
    interpreter = new Interpreter(time, integrations, new Random(1));
    interpreter.start(execution);
    return execution;
  }

  /** Redrives the execution that was started last, and waits for its end. */
  Execution redrive(Execution execution) {
    ended = new CompletableFuture<>();
    interpreter.start(execution, execution.redrive(Optional.empty()).run().orElseThrow());
    return ended(execution);
  }

  private void told(Execution execution) {
    if (execution.status() != Status.RUNNING) {
      ended.complete(null);
    }
  }

  Execution run(String states, String input) {
    return ended(start(states, input));
  }

  Execution ended(Execution execution) {
    try {
      ended.get(20, TimeUnit.SECONDS);
      return execution;
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("has not ended: " + history(execution), e);
    }
  }

  static JsonNode output(Execution execution) {
    return strictJson(
        execution
            .output()
            .orElseThrow(
                () ->
                    new AssertionError(
                        execution.status() + " " + execution.error() + " " + execution.cause())));
  }

  /** The history as lines of the form {@code id previousId type}. */
  static List<String> history(Execution execution) {
    return execution.history().events().stream()
        .map(event -> event.id() + " " + event.previousId() + " " + event.type())
        .toList();
  }

  /** The details of the first event of a type. */
  static JsonNode details(Execution execution, String type) {
    return execution.history().events().stream()
        .filter(event -> event.type().equals(type))
        .findFirst()
        .orElseThrow(() -> new AssertionError(type + " is not in " + history(execution)))
        .details();
  }

  /** Lets functions go on together. */
  static void meet(CyclicBarrier barrier) throws InterruptedException {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
