package dev.darkroom.local.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.local.http.LoopbackServer;
import dev.darkroom.local.states.execution.FakeFunctions;
import dev.darkroom.local.states.execution.ManualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionNotRedrivableException;
import software.amazon.awssdk.services.sfn.model.ExecutionRedriveFilter;
import software.amazon.awssdk.services.sfn.model.ExecutionRedriveStatus;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.InvalidDefinitionException;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.ListExecutionsResponse;
import software.amazon.awssdk.services.sfn.model.MissingRequiredParameterException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineType;

/** The wire, as the AWS SDK speaks it. */
class StepFunctionsEndpointTest {
  private static final String CALL =
      """
      {"QueryLanguage": "JSONata", "StartAt": "Call", "States": {
        "Call": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
          "Arguments": {"FunctionName": "f", "Payload": "{% $states.input %}"},
          "Output": "{% $states.result.Payload %}", "End": true}}}
      """;
  private static final String WAIT =
      """
      {"QueryLanguage": "JSONata", "StartAt": "W", "States": {
        "W": {"Type": "Wait", "Seconds": 9, "End": true}}}
      """;

  private final FakeFunctions functions = new FakeFunctions().on("f", payload -> payload);
  private final ManualTime time = ManualTime.holding();
  private final StepFunctions service =
      new StepFunctions(
          "eu-central-1",
          "000000000000",
          functions,
          event -> {},
          Optional.empty(),
          time,
          new Random(1),
          10_000);
  private final String call = service.createStateMachine("call", CALL, "arn:aws:iam::1:role/r");
  private final String wait = service.createStateMachine("wait", WAIT, "arn:aws:iam::1:role/r");
  private LoopbackServer server;
  private SfnClient client;

  @BeforeEach
  void connect() throws Exception {
    server = LoopbackServer.start(0, service.endpoint());
    client =
        SfnClient.builder()
            .endpointOverride(server.uri())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
    service.close();
  }

  @Test
  void startsAndDescribesAnExecution() {
    String arn = start(call, "one", "{\"a\": 1}");

    DescribeExecutionResponse execution = ended(arn);
    assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(execution.name()).isEqualTo("one");
    assertThat(execution.stateMachineArn()).isEqualTo(call);
    assertThat(execution.input()).isEqualTo("{\"a\": 1}");
    assertThat(execution.inputDetails().included()).isTrue();
    assertThat(execution.output()).isEqualTo("{\"a\":1}");
    assertThat(execution.startDate()).isEqualTo(time.now());
    assertThat(execution.stopDate()).isEqualTo(time.now());
    assertThat(execution.redriveCount()).isZero();
  }

  @Test
  void describesAFailure() {
    functions.failing("f", "com.example.Bad");

    DescribeExecutionResponse execution = ended(start(call, null, "{}"));

    assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(execution.error()).isEqualTo("com.example.Bad");
    assertThat(execution.cause()).contains("\"errorMessage\":\"no\"");
    assertThat(execution.output()).isNull();
  }

  @Test
  void givesTheHistoryInPages() {
    String arn = start(call, null, "{}");
    ended(arn);

    List<HistoryEvent> events = new ArrayList<>();
    String token = null;
    do {
      String from = token;
      GetExecutionHistoryResponse page =
          client.getExecutionHistory(r -> r.executionArn(arn).maxResults(3).nextToken(from));
      assertThat(page.events()).hasSizeLessThanOrEqualTo(3);
      events.addAll(page.events());
      token = page.nextToken();
    } while (token != null);

    assertThat(events)
        .extracting(HistoryEvent::type)
        .containsExactly(
            HistoryEventType.EXECUTION_STARTED,
            HistoryEventType.TASK_STATE_ENTERED,
            HistoryEventType.TASK_SCHEDULED,
            HistoryEventType.TASK_STARTED,
            HistoryEventType.TASK_SUCCEEDED,
            HistoryEventType.TASK_STATE_EXITED,
            HistoryEventType.EXECUTION_SUCCEEDED);
    assertThat(events.get(1).stateEnteredEventDetails().name()).isEqualTo("Call");
    assertThat(events.get(1).timestamp()).isEqualTo(time.now());
    assertThat(events.get(2).taskScheduledEventDetails().resourceType()).isEqualTo("lambda");
    assertThat(events.get(4).taskSucceededEventDetails().output()).contains("\"Payload\":{}");
    assertThat(events.get(6).executionSucceededEventDetails().output()).isEqualTo("{}");
  }

  @Test
  void givesTheHistoryBackwardsAndWithoutData() {
    String arn = start(call, null, "{}");
    ended(arn);

    List<HistoryEvent> events =
        client
            .getExecutionHistory(
                r -> r.executionArn(arn).reverseOrder(true).includeExecutionData(false))
            .events();

    assertThat(events).extracting(HistoryEvent::id).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
    assertThat(events.get(5).stateEnteredEventDetails().name()).isEqualTo("Call");
    assertThat(events.get(5).stateEnteredEventDetails().input()).isNull();
  }

  @Test
  void listsExecutionsNewestFirstInPages() {
    List<String> arns = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      arns.add(0, start(wait, "w" + i, "{}"));
    }
    start(call, null, "{}");

    ListExecutionsResponse first =
        client.listExecutions(r -> r.stateMachineArn(wait).maxResults(3));
    String newer = start(wait, "newer", "{}");
    ListExecutionsResponse second =
        client.listExecutions(
            r -> r.stateMachineArn(wait).maxResults(3).nextToken(first.nextToken()));

    assertThat(newer).isNotIn(arns);
    assertThat(first.executions())
        .extracting(ExecutionListItem::executionArn)
        .isEqualTo(arns.subList(0, 3));
    assertThat(second.executions())
        .extracting(ExecutionListItem::executionArn)
        .isEqualTo(arns.subList(3, 5));
    assertThat(second.nextToken()).isNull();
  }

  @Test
  void listsExecutionsOfAStatus() {
    String stopped = start(wait, null, "{}");
    start(wait, null, "{}");
    client.stopExecution(r -> r.executionArn(stopped));

    assertThat(
            client
                .listExecutions(r -> r.stateMachineArn(wait).statusFilter(ExecutionStatus.ABORTED))
                .executions())
        .extracting(ExecutionListItem::executionArn)
        .containsExactly(stopped);
  }

  @Test
  void stopsAnExecutionOnce() {
    String arn = start(wait, null, "{}");

    client.stopExecution(r -> r.executionArn(arn).error("Enough").cause("by hand"));
    client.stopExecution(r -> r.executionArn(arn).error("Again"));

    DescribeExecutionResponse execution = client.describeExecution(r -> r.executionArn(arn));
    assertThat(execution.status()).isEqualTo(ExecutionStatus.ABORTED);
    assertThat(execution.error()).isEqualTo("Enough");
    assertThat(execution.cause()).isEqualTo("by hand");
  }

  @Test
  void redrivesAnExecution() {
    functions.failing("f", "com.example.Bad");
    String arn = start(call, null, "{\"a\": 1}");
    DescribeExecutionResponse failed = ended(arn);
    assertThat(failed.redriveStatus()).isEqualTo(ExecutionRedriveStatus.REDRIVABLE);
    assertThat(failed.redriveStatusReason()).isNull();
    assertThat(failed.redriveDate()).isNull();

    Instant date = client.redriveExecution(r -> r.executionArn(arn)).redriveDate();

    DescribeExecutionResponse execution = ended(arn);
    assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(execution.output()).isEqualTo("{\"a\":1}");
    assertThat(execution.error()).isNull();
    assertThat(execution.redriveCount()).isEqualTo(1);
    assertThat(execution.redriveDate()).isEqualTo(date);
    assertThat(execution.redriveStatus()).isEqualTo(ExecutionRedriveStatus.NOT_REDRIVABLE);
    assertThat(execution.redriveStatusReason())
        .isEqualTo("Execution is SUCCEEDED and cannot be redriven");
    assertThat(
            client.getExecutionHistory(r -> r.executionArn(arn)).events().stream()
                .filter(event -> event.type() == HistoryEventType.EXECUTION_REDRIVEN)
                .map(event -> event.executionRedrivenEventDetails().redriveCount()))
        .containsExactly(1);
  }

  @Test
  void redrivesOnceWhenTwoAskAtOnce() {
    String arn = start(wait, null, "{}");
    client.stopExecution(r -> r.executionArn(arn).error("Enough"));
    Instant date =
        client.redriveExecution(r -> r.executionArn(arn).clientToken("token")).redriveDate();

    assertThatThrownBy(() -> client.redriveExecution(r -> r.executionArn(arn)))
        .isInstanceOf(ExecutionNotRedrivableException.class)
        .hasMessageContaining("Execution is RUNNING and cannot be redriven");
    assertThat(client.redriveExecution(r -> r.executionArn(arn).clientToken("token")).redriveDate())
        .isEqualTo(date);
    DescribeExecutionResponse execution = client.describeExecution(r -> r.executionArn(arn));
    assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
    assertThat(execution.stopDate()).isNull();
    assertThat(execution.error()).isNull();
    assertThat(execution.redriveCount()).isEqualTo(1);
  }

  @Test
  void doesNotRedriveWhatItDoesNotKnow() {
    assertThatThrownBy(
            () ->
                client.redriveExecution(
                    r -> r.executionArn("arn:aws:states:eu-central-1:1:execution:m:none")))
        .isInstanceOf(ExecutionDoesNotExistException.class);
    assertThatThrownBy(() -> client.redriveExecution(r -> r.executionArn("none")))
        .isInstanceOf(InvalidArnException.class);
  }

  @Test
  void listsExecutionsThatWereRedriven() {
    String redriven = start(wait, null, "{}");
    String other = start(wait, null, "{}");
    client.stopExecution(r -> r.executionArn(redriven));
    client.redriveExecution(r -> r.executionArn(redriven));

    assertThat(executions(ExecutionRedriveFilter.REDRIVEN)).containsExactly(redriven);
    assertThat(executions(ExecutionRedriveFilter.NOT_REDRIVEN)).containsExactly(other);
  }

  private List<String> executions(ExecutionRedriveFilter filter) {
    return client
        .listExecutions(r -> r.stateMachineArn(wait).redriveFilter(filter))
        .executions()
        .stream()
        .map(ExecutionListItem::executionArn)
        .toList();
  }

  @Test
  void anExecutionKeepsTheDefinitionWithWhichItWasStarted() {
    functions.failing("f", "com.example.Bad");
    String arn = start(call, null, "1");
    ended(arn);
    String before = client.describeStateMachine(r -> r.stateMachineArn(call)).revisionId();

    String revision =
        client.updateStateMachine(r -> r.stateMachineArn(call).definition(WAIT)).revisionId();

    assertThat(revision).isNotEqualTo(before);
    var machine = client.describeStateMachine(r -> r.stateMachineArn(call));
    assertThat(machine.revisionId()).isEqualTo(revision);
    assertThat(machine.definition()).isEqualTo(WAIT);
    var ofExecution = client.describeStateMachineForExecution(r -> r.executionArn(arn));
    assertThat(ofExecution.revisionId()).isEqualTo(before);
    assertThat(ofExecution.definition()).isEqualTo(CALL);
    client.redriveExecution(r -> r.executionArn(arn));
    assertThat(ended(arn).output()).isEqualTo("1");
    assertThatThrownBy(() -> client.updateStateMachine(r -> r.stateMachineArn(call)))
        .isInstanceOf(MissingRequiredParameterException.class);
    assertThatThrownBy(
            () -> client.updateStateMachine(r -> r.stateMachineArn(call).definition("{}")))
        .isInstanceOf(InvalidDefinitionException.class);
  }

  @Test
  void listsAndDescribesStateMachines() {
    String arn = start(call, null, "{}");

    assertThat(client.listStateMachines().stateMachines())
        .extracting(machine -> machine.stateMachineArn())
        .containsExactly(call, wait);
    var machine = client.describeStateMachine(r -> r.stateMachineArn(call));
    assertThat(machine.definition()).isEqualTo(CALL);
    assertThat(machine.type()).isEqualTo(StateMachineType.STANDARD);
    assertThat(machine.creationDate()).isEqualTo(time.now());
    var ofExecution = client.describeStateMachineForExecution(r -> r.executionArn(arn));
    assertThat(ofExecution.stateMachineArn()).isEqualTo(call);
    assertThat(ofExecution.roleArn()).isEqualTo("arn:aws:iam::1:role/r");
  }

  @Test
  void answersWithTheErrorsOfTheReference() {
    start(wait, "taken", "{}");

    assertThatThrownBy(() -> start(wait, "taken", "{\"other\": 1}"))
        .isInstanceOf(ExecutionAlreadyExistsException.class);
    assertThatThrownBy(() -> start(wait, "a b", "{}")).isInstanceOf(InvalidNameException.class);
    assertThatThrownBy(() -> start(wait, null, "{"))
        .isInstanceOf(InvalidExecutionInputException.class);
    assertThatThrownBy(() -> start(wait, null, ""))
        .isInstanceOf(InvalidExecutionInputException.class);
    assertThatThrownBy(() -> start(wait + "x", null, "{}"))
        .isInstanceOf(StateMachineDoesNotExistException.class);
    assertThatThrownBy(() -> start("wait", null, "{}")).isInstanceOf(InvalidArnException.class);
    assertThatThrownBy(
            () ->
                client.describeExecution(
                    r -> r.executionArn("arn:aws:states:eu-central-1:1:execution:m:none")))
        .isInstanceOf(ExecutionDoesNotExistException.class);
    assertThatThrownBy(
            () -> client.listExecutions(r -> r.stateMachineArn(wait).nextToken("nonsense")))
        .isInstanceOf(InvalidTokenException.class);
  }

  @Test
  void refusesOperationsThatItDoesNotHaveByName() {
    assertThatThrownBy(() -> client.createActivity(r -> r.name("a")))
        .isInstanceOf(SfnException.class)
        .hasMessageContaining("AWSStepFunctions.CreateActivity");
  }

  private String start(String machine, String name, String input) {
    return client
        .startExecution(r -> r.stateMachineArn(machine).name(name).input(input))
        .executionArn();
  }

  private DescribeExecutionResponse ended(String arn) {
    return Awaitility.await()
        .until(
            () -> client.describeExecution(r -> r.executionArn(arn)),
            execution -> execution.status() != ExecutionStatus.RUNNING);
  }
}
