package dev.darkroom.local.states;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.states.execution.Execution;
import dev.darkroom.local.states.execution.FakeFunctions;
import dev.darkroom.local.states.execution.HistoryEvent;
import dev.darkroom.local.states.execution.ManualTime;
import dev.darkroom.local.states.execution.Status;
import dev.darkroom.local.states.execution.Time;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executions outlive the process: a service that is dropped is one that was killed. */
class StepFunctionsJournalTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TASK =
      """
      'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke',
      'Arguments': {'FunctionName': 'NAME', 'Payload': '{% $states.input %}'},
      'Output': '{% $states.result.Payload %}'""";
  private static final String TWO_STEPS =
      machine(
          "'A': {"
              + task("first")
              + ", 'Assign': {'v': '{% $states.input.n %}'}, 'Next': 'B'},"
              + " 'B': {"
              + task("second")
              + ", 'Next': 'C'},"
              + " 'C': {'Type': 'Pass', 'Output': '{% [$states.input.n, $v] %}', 'End': true}");

  @TempDir Path folder;
  private final List<ObjectNode> events = new CopyOnWriteArrayList<>();
  private final FakeFunctions functions =
      new FakeFunctions().on("first", payload -> payload).on("second", payload -> payload);
  private final List<StepFunctions> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(StepFunctions::close);
  }

  @Test
  void anExecutionThatRanGoesOnInItsState() throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    functions.on("second", blocking(called));
    StepFunctions killed = open(ManualTime.jumping());
    String arn = killed.startExecution(create(killed, TWO_STEPS), "one", json("{'n': 4}"));
    called.await();
    functions.on("second", payload -> payload);

    StepFunctions service = open(ManualTime.jumping());
    Execution execution = service.executions().get(arn);
    assertThat(execution.status()).isEqualTo(Status.RUNNING);
    assertThat(execution.inputText()).isEqualTo("{\"n\":4}");
    assertThat(functions.payloads()).hasSize(2);
    service.resume();
    service.resume();

    await().until(() -> execution.status() == Status.SUCCEEDED);
    assertThat(execution.output()).contains("[4,4]");
    assertThat(functions.payloads()).hasSize(3);
    assertThat(types(execution))
        .containsExactly(
            "ExecutionStarted",
            "TaskStateEntered",
            "TaskScheduled",
            "TaskStarted",
            "TaskSucceeded",
            "TaskStateExited",
            "TaskStateEntered",
            "TaskScheduled",
            "TaskStarted",
            "TaskScheduled",
            "TaskStarted",
            "TaskSucceeded",
            "TaskStateExited",
            "PassStateEntered",
            "PassStateExited",
            "ExecutionSucceeded");
    await().until(() -> statuses().equals(List.of("RUNNING", "SUCCEEDED")));
  }

  @Test
  void whatHasEndedIsKnownAsItWas() {
    functions.failing("second", "Bad");
    StepFunctions killed = open(ManualTime.jumping());
    String machine = create(killed, TWO_STEPS);
    String failed = killed.startExecution(machine, "failed", json("{'n': 1}"));
    await().until(() -> statuses().size() == 2);
    String succeeded = killed.startExecution(machine, "good", json("{'n': 2}"));
    await().until(() -> statuses().size() == 4);

    StepFunctions service = open(ManualTime.jumping());

    for (String arn : List.of(failed, succeeded)) {
      Execution before = killed.executions().get(arn);
      Execution after = service.executions().get(arn);
      assertThat(ExecutionView.description(after)).isEqualTo(ExecutionView.description(before));
      assertThat(after.history().events()).isEqualTo(before.history().events());
      assertThat(after.definition().revisionId()).isEqualTo(before.definition().revisionId());
    }
    assertThat(service.executions().newestFirst().values())
        .extracting(execution -> execution.identity().name())
        .containsExactly("good", "failed");
    String again = create(service, TWO_STEPS);
    assertThatThrownBy(() -> service.startExecution(again, "good", json("{'n': 2}")))
        .satisfies(e -> assertThat(((AwsError) e).code()).isEqualTo("ExecutionAlreadyExists"));
    service.resume();
    assertThat(statuses()).hasSize(4);
  }

  @Test
  void aFailureIsRedrivenAfterARestartWithItsOwnDefinition() {
    functions.failing("second", "Bad");
    StepFunctions killed = open(ManualTime.jumping());
    String arn = killed.startExecution(create(killed, TWO_STEPS), "one", json("{'n': 1}"));
    await().until(() -> statuses().size() == 2);

    StepFunctions service = open(ManualTime.jumping());
    create(service, machine("'Other': {'Type': 'Fail', 'Error': 'changed'}"));
    Execution execution = service.executions().get(arn);
    service.redrive(execution, Optional.of("token"));

    await().until(() -> execution.status() == Status.SUCCEEDED);
    assertThat(execution.output()).contains("[1,1]");
    StepFunctions third = open(ManualTime.jumping());
    Execution kept = third.executions().get(arn);
    assertThat(kept.redriveCount()).isEqualTo(1);
    assertThat(kept.redriveDate()).isEqualTo(execution.redriveDate());
    assertThat(kept.output()).contains("[1,1]");
    assertThat(kept.history().events()).isEqualTo(execution.history().events());
    assertThat(kept.redrive(Optional.of("token")).run()).isEmpty();
  }

  @Test
  void theBranchesThatHadSucceededAreNotRunAgain() throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    functions.on("second", blocking(called));
    String processor =
        "'ItemProcessor': {'StartAt': 'I', 'States': {"
            + "'I': {"
            + task("first")
            + ", 'Next': 'J'},"
            + "'J': {'Type': 'Choice', 'Default': 'L', 'Choices': [{"
            + " 'Condition': '{% $states.input = 2 %}', 'Next': 'K'}]},"
            + "'K': {"
            + task("second")
            + ", 'End': true},"
            + "'L': {'Type': 'Pass', 'End': true}}}";
    StepFunctions killed = open(ManualTime.jumping());
    String machine =
        create(
            killed,
            machine(
                "'M': {'Type': 'Map', 'MaxConcurrency': 1, 'Items': [1, 2, 3], 'End': true, "
                    + processor
                    + "}"));
    String arn = killed.startExecution(machine, "one", json("{}"));
    called.await();
    functions.on("second", payload -> payload);

    StepFunctions service = open(ManualTime.jumping());
    service.resume();

    Execution execution = service.executions().get(arn);
    await().until(() -> execution.status() == Status.SUCCEEDED);
    assertThat(execution.output()).contains("[1,2,3]");
    assertThat(functions.payloads())
        .containsExactly(json("1"), json("2"), json("2"), json("2"), json("3"));
  }

  @Test
  void aPauseBeforeARetryGoesOnAndTheRetriesAreCounted() throws Exception {
    functions.failing("first", "Busy", "Busy", "Busy");
    ManualTime holding = ManualTime.holding();
    StepFunctions killed = open(holding);
    String machine =
        create(
            killed,
            machine(
                "'A': {"
                    + task("first")
                    + ", 'End': true, 'Retry': [{'ErrorEquals': ['Busy'],"
                    + " 'IntervalSeconds': 10, 'BackoffRate': 3, 'MaxAttempts': 2}]}"));
    String arn = killed.startExecution(machine, "one", json("{}"));
    holding.awaitPause();
    ManualTime time = ManualTime.jumping();
    time.advance(Duration.ofSeconds(4));

    StepFunctions service = open(time);
    service.resume();

    Execution execution = service.executions().get(arn);
    await().until(() -> execution.status() == Status.FAILED);
    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(6), Duration.ofSeconds(30));
    assertThat(functions.payloads()).hasSize(3);
  }

  @Test
  void aWaitStateEndsWhenItWouldHave() throws Exception {
    ManualTime holding = ManualTime.holding();
    StepFunctions killed = open(holding);
    String machine = create(killed, machine("'W': {'Type': 'Wait', 'Seconds': 60, 'End': true}"));
    String arn = killed.startExecution(machine, "one", json("{}"));
    holding.awaitPause();
    ManualTime time = ManualTime.jumping();
    time.advance(Duration.ofSeconds(45));

    StepFunctions service = open(time);
    service.resume();

    await().until(() -> service.executions().get(arn).status() == Status.SUCCEEDED);
    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(15));
  }

  @Test
  void theTimeoutIsTheOneOfTheStart() throws Exception {
    ManualTime holding = ManualTime.holding();
    StepFunctions killed = open(holding);
    String text = machine("'W': {'Type': 'Wait', 'Seconds': 600, 'End': true}");
    String machine = create(killed, text.replaceFirst("\\{", "{\"TimeoutSeconds\": 100, "));
    String arn = killed.startExecution(machine, "one", json("{}"));
    holding.awaitPause();
    ManualTime time = ManualTime.holding();
    time.advance(Duration.ofSeconds(70));

    StepFunctions service = open(time);
    service.resume();
    time.awaitPause();
    time.advance(Duration.ofSeconds(29));
    assertThat(service.executions().get(arn).status()).isEqualTo(Status.RUNNING);
    time.advance(Duration.ofSeconds(1));

    assertThat(service.executions().get(arn).status()).isEqualTo(Status.TIMED_OUT);
  }

  @Test
  void anEndThatTheBusWasNotToldOfIsToldAfterwards() throws Exception {
    StepFunctions killed = open(ManualTime.jumping());
    killed.startExecution(create(killed, TWO_STEPS), "one", json("{'n': 1}"));
    await().until(() -> text(journal()).endsWith("{\"told\":2}\n"));
    Files.writeString(journal(), text(journal()).replace("{\"told\":2}\n", ""));

    StepFunctions service = open(ManualTime.jumping());
    service.resume();

    assertThat(statuses()).containsExactly("RUNNING", "SUCCEEDED", "SUCCEEDED");
    service.resume();
    assertThat(statuses()).hasSize(3);
  }

  @Test
  void goesOnAfterEachLineToTheEndThatItWouldHaveHad() throws Exception {
    byte[] whole = journalWithARetryAndARedrive();
    Path file = journal();
    int opened = 0;

    for (int length = whole.length; length > 0; length--) {
      boolean afterALine = whole[length - 1] == '\n';
      // Within a line it is the same as before it: a few bytes of each are enough.
      if (!afterALine && length % 50 != 0) {
        continue;
      }
      Files.write(file, Arrays.copyOf(whole, length));
      opened++;
      try (StepFunctions service = service(ManualTime.jumping(), 10_000)) {
        if (service.executions().newestFirst().isEmpty()) {
          // Cut in its first line: its start was never answered.
          assertThat(new String(whole, 0, length, UTF_8)).doesNotContain("\n");
          assertThat(file).doesNotExist();
        } else {
          Execution execution = only(service);
          service.resume();
          await()
              .pollInterval(Duration.ofMillis(2))
              .until(() -> execution.status() != Status.RUNNING);
          // Up to the failure it succeeds now, as the function is well again.
          assertThat(execution.output().or(execution::error)).isIn(output("[1,1]"), output("Bad"));
        }
      }
    }
    assertThat(opened).isGreaterThan(60);
  }

  private static Execution only(StepFunctions service) {
    Summary summary = service.executions().newestFirst().firstEntry().getValue();
    return service.executions().get(summary.identity().arn());
  }

  private static Optional<String> output(String text) {
    return Optional.of(text);
  }

  private byte[] journalWithARetryAndARedrive() throws Exception {
    functions.failing("second", "Busy", "Bad");
    String text =
        TWO_STEPS.replace(
            "\"Next\": \"C\"",
            "\"Next\": \"C\", \"Retry\": [{\"ErrorEquals\": [\"Busy\"], \"MaxAttempts\": 1}]");
    StepFunctions service = open(ManualTime.jumping());
    String arn = service.startExecution(create(service, text), "one", json("{'n': 1}"));
    await().until(() -> statuses().size() == 2);
    service.redrive(service.executions().get(arn), Optional.of("token"));
    await().until(() -> text(journal()).endsWith("{\"told\":4}\n"));
    service.close();
    assertThat(text(journal())).contains("\"retry\"", "\"redrive\":\"token\"");
    return Files.readAllBytes(journal());
  }

  @Test
  void aDamagedJournalIsSetAside() throws Exception {
    StepFunctions killed = open(ManualTime.jumping());
    String arn = killed.startExecution(create(killed, TWO_STEPS), "one", json("{'n': 1}"));
    await().until(() -> text(journal()).endsWith("{\"told\":2}\n"));
    Path file = journal();
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.remove(3);
    Files.write(file, lines);

    StepFunctions service = open(ManualTime.jumping());

    assertThatThrownBy(() -> service.executions().get(arn))
        .satisfies(e -> assertThat(((AwsError) e).code()).isEqualTo("ExecutionDoesNotExist"));
    assertThat(file).doesNotExist();
    assertThat(Path.of(file + ".damaged")).exists();
  }

  @Test
  void theFileOfAForgottenExecutionGoes() throws Exception {
    StepFunctions service = service(ManualTime.jumping(), 2);
    opened.add(service);
    String machine = create(service, machine("'A': {'Type': 'Pass', 'End': true}"));
    for (int i = 0; i < 5; i++) {
      service.startExecution(machine, "e" + i, json("{}"));
      int ended = 2 * i + 2;
      await().until(() -> statuses().size() == ended);
    }

    assertThat(files()).hasSize(2);
    StepFunctions next = service(ManualTime.jumping(), 2);
    opened.add(next);
    String last = next.startExecution(create(next, TWO_STEPS), "last", json("{'n': 1}"));
    assertThat(next.executions().newestFirst().values())
        .extracting(execution -> execution.identity().name())
        .containsExactly("last", "e4");
    assertThat(next.executions().get(last).identity().name()).isEqualTo("last");
  }

  @Test
  void whatHasEndedLeavesTheMemoryAndIsReadWhenAskedFor() {
    functions.failing("second", "Bad");
    StepFunctions service = open(ManualTime.jumping());
    String arn = service.startExecution(create(service, TWO_STEPS), "one", json("{'n': 1}"));
    await().until(() -> statuses().size() == 2);
    Execution execution = service.executions().get(arn);
    assertThat(service.executions().get(arn)).isSameAs(execution);
    Summary summary = Summary.of(execution);
    ObjectNode description = ExecutionView.description(execution);
    List<HistoryEvent> history = execution.history().events();
    WeakReference<Execution> memory = new WeakReference<>(execution);
    execution = null;
    awaitGone(memory);

    assertThat(service.executions().held()).isEmpty();
    assertThat(service.executions().newestFirst().values()).containsExactly(summary);
    Execution read = service.executions().get(arn);
    assertThat(ExecutionView.description(read)).isEqualTo(description);
    assertThat(read.history().events()).isEqualTo(history);
    service.redrive(read, Optional.of("token"));
    await().until(() -> statuses().size() == 4);
    assertThat(service.executions().newestFirst().values())
        .extracting(Summary::status)
        .containsExactly(Status.SUCCEEDED);
  }

  @Test
  void whatRunsAgainStaysInMemory() throws Exception {
    functions.failing("second", "Bad");
    StepFunctions service = open(ManualTime.jumping());
    String arn = service.startExecution(create(service, TWO_STEPS), "one", json("{'n': 1}"));
    await().until(() -> statuses().size() == 2);
    CountDownLatch called = new CountDownLatch(1);
    functions.on("second", blocking(called));

    service.redrive(service.executions().get(arn), Optional.empty());
    called.await();

    assertThat(service.executions().held()).containsExactly(service.executions().get(arn));
  }

  @Test
  void whatWasDamagedWhileItWasNotInMemoryIsSetAside() throws Exception {
    StepFunctions service = open(ManualTime.jumping());
    String arn = service.startExecution(create(service, TWO_STEPS), "one", json("{'n': 1}"));
    await().until(() -> text(journal()).endsWith("{\"told\":2}\n"));
    awaitGone(new WeakReference<>(service.executions().get(arn)));
    Path file = journal();
    Files.writeString(file, "no JSON\n");

    assertThatThrownBy(() -> service.executions().get(arn))
        .satisfies(e -> assertThat(((AwsError) e).code()).isEqualTo("ExecutionDoesNotExist"));
    assertThat(service.executions().newestFirst()).isEmpty();
    assertThat(Path.of(file + ".damaged")).hasContent("no JSON\n");
  }

  private static void awaitGone(WeakReference<Execution> memory) {
    await()
        .until(
            () -> {
              System.gc();
              return memory.get() == null;
            });
  }

  @Test
  void anExecutionThatCannotBeWrittenDoesNotStart() throws Exception {
    StepFunctions service = open(ManualTime.jumping());
    String machine = create(service, TWO_STEPS);
    Files.delete(folder.resolve("executions"));

    assertThatThrownBy(() -> service.startExecution(machine, "one", json("{'n': 1}")))
        .hasMessageContaining("cannot be written");
    assertThat(service.executions().newestFirst()).isEmpty();
    assertThat(events).isEmpty();
    Files.createDirectory(folder.resolve("executions"));

    service.startExecution(machine, "one", json("{'n': 1}"));
    await().until(() -> statuses().size() == 2);
  }

  @Test
  void aClosedServiceWritesNothingMore() throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    functions.on("second", blocking(called));
    StepFunctions service = open(ManualTime.jumping());
    String arn = service.startExecution(create(service, TWO_STEPS), "one", json("{'n': 4}"));
    called.await();

    service.close();
    String kept = text(journal());

    assertThatThrownBy(
            () -> service.executions().get(arn).abort(Optional.empty(), Optional.empty()))
        .hasMessageContaining("the journal is closed");
    assertThat(text(journal())).isEqualTo(kept);
    assertThat(service.executions().get(arn).status()).isEqualTo(Status.RUNNING);
  }

  private static FakeFunctions.Body blocking(CountDownLatch called) {
    return payload -> {
      called.countDown();
      new CountDownLatch(1).await();
      return payload;
    };
  }

  private StepFunctions open(Time time) {
    StepFunctions service = service(time, 10_000);
    opened.add(service);
    return service;
  }

  private StepFunctions service(Time time, int mostExecutions) {
    return new StepFunctions(
        "eu-central-1",
        "000000000000",
        functions,
        events::add,
        Optional.of(folder),
        time,
        new Random(1),
        mostExecutions);
  }

  private static String create(StepFunctions service, String definition) {
    return service.createStateMachine("m", definition, "role");
  }

  private List<String> statuses() {
    return events.stream().map(event -> event.at("/detail/status").textValue()).toList();
  }

  private static List<String> types(Execution execution) {
    return execution.history().events().stream().map(HistoryEvent::type).toList();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("executions"))) {
      return files.toList();
    }
  }

  private Path journal() throws IOException {
    return files().get(0);
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file);
  }

  private static String task(String function) {
    return TASK.replace("NAME", function);
  }

  private static String machine(String states) {
    String start = states.strip().substring(0, states.strip().indexOf(':'));
    return ("{'QueryLanguage': 'JSONata', 'StartAt': " + start + ", 'States': {" + states + "}}")
        .replace('\'', '"');
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
