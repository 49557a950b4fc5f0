package dev.darkroom.local.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.states.execution.Execution;
import dev.darkroom.local.states.execution.FakeFunctions;
import dev.darkroom.local.states.execution.ManualTime;
import dev.darkroom.local.states.execution.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepFunctionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASS =
      machine("'A': {'Type': 'Pass', 'Output': '{% $states.input.n * 2 %}', 'End': true}");
  private static final String WAIT = machine("'A': {'Type': 'Wait', 'Seconds': 9, 'End': true}");
  private static final String FAIL =
      machine("'A': {'Type': 'Fail', 'Error': 'Bad', 'Cause': 'so it is'}");

  private final List<ObjectNode> events = new CopyOnWriteArrayList<>();
  private final FakeFunctions functions = new FakeFunctions();
  private StepFunctions service = service(ManualTime.jumping(), 10_000);

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void namesMachinesAndExecutionsByArn() {
    String machine = service.createStateMachine("m", PASS, "role");
    String execution = service.startExecution(machine, "one", json("{'n': 1}"));

    assertThat(machine).isEqualTo("arn:aws:states:eu-central-1:000000000000:stateMachine:m");
    assertThat(execution).isEqualTo("arn:aws:states:eu-central-1:000000000000:execution:m:one");
  }

  @Test
  void tellsTheBusOfEachStatus() {
    String machine = service.createStateMachine("m", PASS, "role");

    String arn = service.startExecution(machine, "one", json("{'n': 21}"));

    await().until(() -> events.size() == 2);
    assertThat(events.get(0).at("/detail/status").textValue()).isEqualTo("RUNNING");
    assertThat(events.get(0).at("/detail/stopDate").isNull()).isTrue();
    ObjectNode last = events.get(1);
    ((ObjectNode) last.get("detail")).remove("redriveStatusReason");
    last.remove("id");
    assertThat(last.toString())
        .isEqualTo(
            json("""
                    {'version': '0', 'detail-type': 'Step Functions Execution Status Change',
                     'source': 'aws.states', 'account': '000000000000',
                     'time': '2026-01-01T00:00:00Z', 'region': 'eu-central-1',
                     'resources': ['ARN'],
                     'detail': {'executionArn': 'ARN', 'stateMachineArn': 'MACHINE',
                       'stateMachineVersionArn': null, 'stateMachineAliasArn': null,
                       'name': 'one', 'status': 'SUCCEEDED',
                       'startDate': 1767225600000, 'stopDate': 1767225600000,
                       'input': 'INPUT', 'inputDetails': {'included': true},
                       'output': '42', 'outputDetails': {'included': true},
                       'error': null, 'cause': null,
                       'redriveCount': 0, 'redriveDate': null,
                       'redriveStatus': 'NOT_REDRIVABLE'}}
                    """)
                .toString()
                .replace("ARN", arn)
                .replace("MACHINE", machine)
                .replace("INPUT", "{\\\"n\\\":21}"));
  }

  @Test
  void tellsTheBusOfAFailure() {
    service.startExecution(service.createStateMachine("m", FAIL, "role"), null, json("{}"));

    await().until(() -> events.size() == 2);
    JsonNode detail = events.get(1).get("detail");
    assertThat(detail.get("status").textValue()).isEqualTo("FAILED");
    assertThat(detail.get("error").textValue()).isEqualTo("Bad");
    assertThat(detail.get("cause").textValue()).isEqualTo("so it is");
    assertThat(detail.get("output").isNull()).isTrue();
  }

  @Test
  void leavesALargeInputOutOfTheEvent() {
    String machine = service.createStateMachine("m", WAIT, "role");

    service.startExecution(machine, null, json("'" + "x".repeat(250 * 1024) + "'"));

    assertThat(events.get(0).at("/detail/input").isNull()).isTrue();
    assertThat(events.get(0).at("/detail/inputDetails/included").booleanValue()).isFalse();
  }

  @Test
  void runsOnWhenTheBusFails() {
    service.close();
    service =
        new StepFunctions(
            "eu-central-1",
            "000000000000",
            functions,
            event -> {
              throw new IllegalStateException("no bus");
            });
    String arn =
        service.startExecution(
            service.createStateMachine("m", PASS, "role"), null, json("{'n': 1}"));

    await().until(() -> service.executions().get(arn).status() == Status.SUCCEEDED);
  }

  @Test
  void startsOnceForTheSameNameAndInputWhileItRuns() {
    service = service(ManualTime.holding(), 10);
    String machine = service.createStateMachine("m", WAIT, "role");
    String first = service.startExecution(machine, "one", json("{'n': 1}"));

    assertThat(service.startExecution(machine, "one", json("{'n': 1}"))).isEqualTo(first);
    assertThat(events).hasSize(1);
    assertThatThrownBy(() -> service.startExecution(machine, "one", json("{'n': 2}")))
        .satisfies(e -> assertThat(((AwsError) e).code()).isEqualTo("ExecutionAlreadyExists"));
  }

  @Test
  void doesNotTakeTheNameOfAnExecutionThatHasEnded() {
    String machine = service.createStateMachine("m", PASS, "role");
    String arn = service.startExecution(machine, "one", json("{'n': 1}"));
    await().until(() -> service.executions().get(arn).status() == Status.SUCCEEDED);

    assertThatThrownBy(() -> service.startExecution(machine, "one", json("{'n': 1}")))
        .satisfies(e -> assertThat(((AwsError) e).code()).isEqualTo("ExecutionAlreadyExists"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a/b", "a:b", "a%b", "a\u0000b"})
  void refusesNamesThatStepFunctionsRefuses(String name) {
    String machine = service.createStateMachine("m", PASS, "role");

    assertThatThrownBy(() -> service.startExecution(machine, name, json("{}")))
        .satisfies(e -> assertThat(((AwsError) e).code()).isEqualTo("InvalidName"));
  }

  @Test
  void keepsAMachineThatIsCreatedAgainAndRefusesAnotherOfItsName() {
    String machine = service.createStateMachine("m", PASS, "role");

    assertThat(service.createStateMachine("m", PASS, "role")).isEqualTo(machine);
    assertThatThrownBy(() -> service.createStateMachine("m", WAIT, "role"))
        .satisfies(e -> assertThat(((AwsError) e).code()).isEqualTo("StateMachineAlreadyExists"));
  }

  @Test
  void refusesAResourceByName() {
    assertThatThrownBy(
            () ->
                service.createStateMachine(
                    "m",
                    machine(
                        "'A': {'Type': 'Task', 'Resource': 'arn:aws:states:::sqs:sendMessage',"
                            + " 'End': true}"),
                    "role"))
        .hasMessageContaining(
            "The resource 'arn:aws:states:::sqs:sendMessage' is not supported locally"
                + " at /States/A");
  }

  @Test
  void forgetsTheOldestThatHasEnded() {
    service = service(ManualTime.holding(), 2);
    String waiting = service.createStateMachine("w", WAIT, "role");
    String runs = service.startExecution(waiting, null, json("{}"));
    String stopped = service.startExecution(waiting, null, json("{}"));
    service.executions().get(stopped).abort(Optional.empty(), Optional.empty());

    String last = service.startExecution(waiting, null, json("{}"));

    assertThat(service.executions().newestFirst().values())
        .extracting(execution -> execution.identity().arn())
        .containsExactly(last, runs);
    assertThatThrownBy(() -> service.executions().get(stopped))
        .satisfies(e -> assertThat(((AwsError) e).code()).isEqualTo("ExecutionDoesNotExist"));
  }

  @Test
  void runsManyExecutionsAtOnce() {
    functions.on("twice", payload -> json("" + payload.asInt() * 2));
    String machine =
        service.createStateMachine(
            "m",
            machine(
                """
                'A': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke',
                  'Arguments': {'FunctionName': 'twice', 'Payload': '{% $states.input %}'},
                  'Assign': {'mine': '{% $states.input %}'},
                  'Output': '{% $states.result.Payload %}', 'Next': 'M'},
                'M': {'Type': 'Map', 'Items': '{% [1..$mine % 5 + 1] %}', 'Next': 'E',
                  'Assign': {'sum': '{% $sum($states.result) %}'},
                  'ItemProcessor': {'StartAt': 'I', 'States': {
                    'I': {'Type': 'Pass', 'Output': '{% $states.input * $mine %}', 'End': true}}}},
                'E': {'Type': 'Pass', 'Output': '{% [$mine, $sum] %}', 'End': true}
                """),
            "role");

    List<Execution> executions = new ArrayList<>();
    for (int n = 0; n < 200; n++) {
      executions.add(service.executions().get(service.startExecution(machine, null, json("" + n))));
    }

    await().until(() -> events.size() == 400);
    for (int n = 0; n < 200; n++) {
      Execution execution = executions.get(n);
      int items = n % 5 + 1;
      assertThat(execution.output()).contains("[" + n + "," + n * items * (items + 1) / 2 + "]");
      assertThat(execution.history().events())
          .extracting(event -> event.id())
          .isSorted()
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void retriesThenCatchesThenRejects() {
    functions.failing("validate", "Busy", "Busy", "InvalidImage");
    functions.on("persist", payload -> payload);
    String machine =
        service.createStateMachine(
            "m",
            machine(
                """
                'Validate': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke',
                  'Arguments': {'FunctionName': 'validate', 'Payload': '{% $states.input %}'},
                  'Retry': [{'ErrorEquals': ['Busy'], 'MaxAttempts': 3}],
                  'Catch': [{'ErrorEquals': ['InvalidImage'], 'Next': 'Reject',
                    'Assign': {'reason': '{% $parse($states.errorOutput.Cause).errorMessage %}'},
                    'Output': '{% $states.input %}'}],
                  'Next': 'Done'},
                'Reject': {'Type': 'Pass', 'Next': 'Persist',
                  'Output': {'outcome': 'REJECTED', 'reason': '{% $reason %}',
                             'key': '{% $states.input.key %}'}},
                'Persist': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke',
                  'Arguments': {'FunctionName': 'persist', 'Payload': '{% $states.input %}'},
                  'Output': '{% $states.result.Payload %}', 'Next': 'Done'},
                'Done': {'Type': 'Succeed'}
                """),
            "role");

    String arn = service.startExecution(machine, null, json("{'key': 'a.jpg'}"));

    Execution execution = service.executions().get(arn);
    await().until(() -> execution.status() != Status.RUNNING);
    assertThat(execution.output())
        .contains("{\"outcome\":\"REJECTED\",\"reason\":\"no\",\"key\":\"a.jpg\"}");
    assertThat(execution.history().transitions()).isEqualTo(4);
  }

  private StepFunctions service(ManualTime time, int mostExecutions) {
    return new StepFunctions(
        "eu-central-1",
        "000000000000",
        functions,
        events::add,
        Optional.empty(),
        time,
        new Random(1),
        mostExecutions);
  }

  private static String machine(String states) {
    String start = states.strip().substring(0, states.strip().indexOf(':'));
    return ("{'QueryLanguage': 'JSONata', 'StartAt': " + start + ", 'States': {" + states + "}}")
        .replace('\'', '"');
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
