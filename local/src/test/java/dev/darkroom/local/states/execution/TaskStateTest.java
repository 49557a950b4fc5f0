package dev.darkroom.local.states.execution;

import static dev.darkroom.local.states.execution.Trial.details;
import static dev.darkroom.local.states.execution.Trial.history;
import static dev.darkroom.local.states.execution.Trial.json;
import static dev.darkroom.local.states.execution.Trial.output;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaskStateTest {
  private static final String ARN = "arn:aws:lambda:eu-central-1:000000000000:function:f";
  private static final String INVOKE =
      """
      'T': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'TimeoutSeconds': 30,
        'Arguments': {'FunctionName': 'f', 'Payload': {'n': '{% $states.input.n %}'}},
        'Output': '{% $states.result.Payload %}', 'End': true}
      """;

  private final Trial trial = new Trial();

  @Test
  void invokesAFunctionByTheServiceIntegration() {
    trial.functions.on("f", payload -> json("{'twice': " + payload.get("n").asInt() * 2 + "}"));

    Execution execution = trial.run(INVOKE, "{'n': 4}");

    assertThat(output(execution)).isEqualTo(json("{'twice': 8}"));
    assertThat(history(execution))
        .containsExactly(
            "1 0 ExecutionStarted",
            "2 0 TaskStateEntered",
            "3 2 TaskScheduled",
            "4 3 TaskStarted",
            "5 4 TaskSucceeded",
            "6 5 TaskStateExited",
            "7 6 ExecutionSucceeded");
    assertThat(details(execution, "TaskScheduled"))
        .isEqualTo(
            json(
                "{'resourceType': 'lambda', 'resource': 'invoke', 'region': 'eu-central-1',"
                    + " 'parameters': '{\\'FunctionName\\':\\'f\\',\\'Payload\\':{\\'n\\':4}}',"
                    + " 'timeoutInSeconds': 30}"));
    assertThat(details(execution, "TaskSucceeded").get("output").textValue())
        .isEqualTo(
            json("{'ExecutedVersion': '$LATEST', 'Payload': {'twice': 8}, 'StatusCode': 200}")
                .toString());
    assertThat(trial.time.alarms()).isZero();
  }

  @Test
  void invokesAFunctionByItsArn() {
    trial.functions.on(ARN, payload -> payload);

    Execution execution =
        trial.run("'T': {'Type': 'Task', 'Resource': '" + ARN + "', 'End': true}", "{'n': 4}");

    assertThat(output(execution)).isEqualTo(json("{'n': 4}"));
    assertThat(history(execution))
        .contains(
            "3 2 LambdaFunctionScheduled",
            "4 3 LambdaFunctionStarted",
            "5 4 LambdaFunctionSucceeded");
    assertThat(details(execution, "LambdaFunctionScheduled").get("resource").textValue())
        .isEqualTo(ARN);
  }

  @Test
  void failsWithTheClassOfTheExceptionAndTheErrorDocument() {
    trial.functions.failing("f", "com.example.Broken");

    Execution execution = trial.run(INVOKE, "{'n': 4}");

    assertThat(execution.status()).isEqualTo(Status.FAILED);
    assertThat(execution.error()).contains("com.example.Broken");
    assertThat(json(execution.cause().orElseThrow()))
        .isEqualTo(json("{'errorMessage': 'no', 'errorType': 'com.example.Broken'}"));
    assertThat(history(execution)).contains("5 4 TaskFailed", "6 5 ExecutionFailed");
    assertThat(details(execution, "TaskFailed").get("resource").textValue()).isEqualTo("invoke");
  }

  @Test
  void namesWhatTheServiceRefuses() {
    Execution execution = trial.run(INVOKE, "{'n': 4}");

    assertThat(execution.error()).contains("Lambda.ResourceNotFoundException");
  }

  @Test
  void failsWhenItsArgumentsDo() {
    Execution execution = trial.run(INVOKE, "{}");

    assertThat(execution.error()).contains("States.QueryEvaluationError");
    assertThat(history(execution))
        .containsExactly(
            "1 0 ExecutionStarted",
            "2 0 TaskStateEntered",
            "3 2 EvaluationFailed",
            "4 3 ExecutionFailed");
    assertThat(details(execution, "EvaluationFailed").get("location").textValue())
        .isEqualTo("Arguments/Payload/n");
    assertThat(trial.functions.payloads()).isEmpty();
  }

  @Test
  void failsOnArgumentsThatAreNotKnownBeforeTheyAreComputed() {
    Execution execution =
        trial.run(
            "'T': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke',"
                + "'Arguments': '{% $states.input %}', 'End': true}",
            "{'FunctionName': 'f', 'InvocationType': 'Event'}");

    assertThat(execution.error()).contains("States.Runtime");
    assertThat(execution.cause())
        .contains("The argument 'InvocationType' is not supported locally");
  }

  @Test
  void refusesAResultThatIsTooLarge() {
    trial.functions.on("f", payload -> json("'" + "x".repeat(256 * 1024) + "'"));

    Execution execution = trial.run(INVOKE, "{'n': 4}");

    assertThat(execution.error()).contains("States.DataLimitExceeded");
    assertThat(history(execution)).contains("5 4 TaskFailed");
  }

  @Test
  void readsTheContextObject() {
    Execution execution =
        trial.run(
            "'T': {'Type': 'Pass', 'Output': '{% $states.context %}', 'End': true}", "{'n': 4}");

    assertThat(output(execution))
        .isEqualTo(
            json(
                """
                {'Execution': {'Id': 'arn:execution', 'Input': {'n': 4}, 'Name': 'execution',
                  'StartTime': '2026-01-01T00:00:00.000Z', 'RoleArn': 'arn:role',
                  'RedriveCount': 0},
                 'StateMachine': {'Id': 'arn:machine', 'Name': 'machine'},
                 'State': {'Name': 'T', 'EnteredTime': '2026-01-01T00:00:00.000Z'}}
                """));
  }
}
