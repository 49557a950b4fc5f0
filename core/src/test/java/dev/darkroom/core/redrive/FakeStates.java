package dev.darkroom.core.redrive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineForExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineForExecutionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionNotRedrivableException;
import software.amazon.awssdk.services.sfn.model.ExecutionRedriveStatus;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.RedriveExecutionRequest;
import software.amazon.awssdk.services.sfn.model.RedriveExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;

/** Step Functions' answers about executions that fail and go on. For tests. */
public final class FakeStates implements SfnClient {
  public static final String MACHINE = "arn:aws:states:eu-west-1:1:stateMachine:process-image";

  private static final String EXECUTION = "arn:aws:states:eu-west-1:1:execution:process-image:";

  private final Map<String, DescribeExecutionResponse> executions = new HashMap<>();
  private final List<RedriveExecutionRequest> redriven = new ArrayList<>();
  private final List<StartExecutionRequest> started = new ArrayList<>();
  private Runnable before = () -> {};
  private Runnable after = () -> {};
  private String revision;

  public static String arn(String name) {
    return EXECUTION + name;
  }

  /** There is an execution that ended so, and may be redriven unless it succeeded. */
  public void ended(String arn, ExecutionStatus status, String input) {
    boolean hopeless = status == ExecutionStatus.SUCCEEDED || status == ExecutionStatus.RUNNING;
    executions.put(
        arn,
        DescribeExecutionResponse.builder()
            .executionArn(arn)
            .stateMachineArn(MACHINE)
            .status(status)
            .input(input)
            .redriveStatus(
                hopeless
                    ? ExecutionRedriveStatus.NOT_REDRIVABLE
                    : ExecutionRedriveStatus.REDRIVABLE)
            .build());
  }

  void notRedrivable(String arn, String reason) {
    executions.computeIfPresent(
        arn,
        (name, execution) ->
            execution.toBuilder()
                .redriveStatus(ExecutionRedriveStatus.NOT_REDRIVABLE)
                .redriveStatusReason(reason)
                .build());
  }

  void ofMachine(String arn, String stateMachineArn) {
    executions.computeIfPresent(
        arn, (name, execution) -> execution.toBuilder().stateMachineArn(stateMachineArn).build());
  }

  /** The definition changes: executions that are there have the one before. */
  void deploy(String revisionId) {
    revision = revisionId;
  }

  /** What happens when an execution is to be begun or resumed, before it is. */
  public void before(Runnable action) {
    before = action;
  }

  /** The same after it is, before the caller is answered. */
  public void after(Runnable action) {
    after = action;
  }

  public List<RedriveExecutionRequest> redriven() {
    return List.copyOf(redriven);
  }

  public List<StartExecutionRequest> started() {
    return List.copyOf(started);
  }

  @Override
  public synchronized DescribeExecutionResponse describeExecution(
      DescribeExecutionRequest request) {
    DescribeExecutionResponse execution = executions.get(request.executionArn());
    if (execution == null) {
      throw ExecutionDoesNotExistException.builder().message("It is not there.").build();
    }
    return execution;
  }

  @Override
  public DescribeStateMachineResponse describeStateMachine(DescribeStateMachineRequest request) {
    return DescribeStateMachineResponse.builder().revisionId(revision).build();
  }

  @Override
  public DescribeStateMachineForExecutionResponse describeStateMachineForExecution(
      DescribeStateMachineForExecutionRequest request) {
    return DescribeStateMachineForExecutionResponse.builder().build();
  }

  @Override
  public synchronized RedriveExecutionResponse redriveExecution(RedriveExecutionRequest request) {
    before.run();
    DescribeExecutionResponse execution =
        describeExecution(
            DescribeExecutionRequest.builder().executionArn(request.executionArn()).build());
    if (execution.redriveStatus() != ExecutionRedriveStatus.REDRIVABLE) {
      throw ExecutionNotRedrivableException.builder().message("It cannot.").build();
    }
    redriven.add(request);
    ended(request.executionArn(), ExecutionStatus.RUNNING, execution.input());
    after.run();
    return RedriveExecutionResponse.builder().redriveDate(Instant.EPOCH).build();
  }

  @Override
  public synchronized StartExecutionResponse startExecution(StartExecutionRequest request) {
    before.run();
    String arn = arn(request.name());
    if (executions.containsKey(arn)) {
      throw ExecutionAlreadyExistsException.builder().message("It is there.").build();
    }
    started.add(request);
    ended(arn, ExecutionStatus.RUNNING, request.input());
    after.run();
    return StartExecutionResponse.builder().executionArn(arn).build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
