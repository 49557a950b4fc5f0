package dev.darkroom.local.states;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.http.AwsJsonService;
import dev.darkroom.local.http.Service;
import dev.darkroom.local.lambda.Functions;
import dev.darkroom.local.states.asl.DefinitionReader;
import dev.darkroom.local.states.asl.Machine;
import dev.darkroom.local.states.execution.Execution;
import dev.darkroom.local.states.execution.Identity;
import dev.darkroom.local.states.execution.Integrations;
import dev.darkroom.local.states.execution.Interpreter;
import dev.darkroom.local.states.execution.SystemTime;
import dev.darkroom.local.states.execution.Time;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * AWS Step Functions, embedded: Standard workflows in the Amazon States Language with JSONata. It
 * keeps the newest 10 000 executions, in memory. Safe on many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/Welcome.html">Step
 *     Functions API reference</a>
 */
public final class StepFunctions implements AutoCloseable {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final int MOST_EXECUTIONS = 10_000;
  private static final int MOST_INPUT_BYTES = 256 * 1024;

  private final Arns arns;
  private final Time time;
  private final Integrations integrations;
  private final Interpreter interpreter;
  private final StatusChange statusChange;
  private final StateMachines machines = new StateMachines();
  private final Executions executions;

  /**
   * @param region as {@code eu-central-1}
   * @param account twelve digits
   * @param functions what Task states call
   * @param bus is given each "Step Functions Execution Status Change" event, whole; called on many
   *     threads
   */
  public StepFunctions(
      String region, String account, Functions functions, Consumer<ObjectNode> bus) {
    this(region, account, functions, bus, new SystemTime(), new Random(), MOST_EXECUTIONS);
  }

  /**
   * @param time the clock of waits, retries and timeouts; closed with this service
   * @param random for the jitter of retries
   * @param mostExecutions how many executions to keep
   */
  StepFunctions(
      String region,
      String account,
      Functions functions,
      Consumer<ObjectNode> bus,
      Time time,
      RandomGenerator random,
      int mostExecutions) {
    this.arns = new Arns(region, account);
    this.time = time;
    this.integrations = new Integrations(region, functions);
    this.interpreter = new Interpreter(time, integrations, random);
    this.statusChange = new StatusChange(region, account, bus);
    this.executions = new Executions(mostExecutions);
  }

  /**
   * Creates a state machine. Once more with the same definition and role, it changes nothing.
   *
   * @param definition JSON in the Amazon States Language
   * @return its ARN
   * @throws AwsError InvalidDefinition with the state and field that cannot run here, InvalidName,
   *     StateMachineAlreadyExists
   */
  public String createStateMachine(String name, String definition, String roleArn) {
    String arn = arns.machine(Arns.checkedName(name));
    Machine machine = DefinitionReader.read(definition, integrations);
    machines.add(new StateMachine(arn, name, definition, roleArn, time.now(), machine));
    return arn;
  }

  /**
   * Starts an execution. Once more with the same name and input, while it runs, it starts nothing.
   *
   * @param name unique for its state machine, or null for a random one
   * @return the execution's ARN
   * @throws AwsError StateMachineDoesNotExist, InvalidName, ExecutionAlreadyExists
   */
  public String startExecution(String stateMachineArn, String name, JsonNode input) {
    return start(stateMachineArn, Optional.ofNullable(name), input.toString(), input)
        .identity()
        .arn();
  }

  /** The service's wire: AWS JSON 1.0 with the target AWSStepFunctions. */
  public Service endpoint() {
    ExecutionOperations execution = new ExecutionOperations(this);
    MachineOperations machine = new MachineOperations(this);
    return new AwsJsonService(
        "AWSStepFunctions",
        Map.of(
            "StartExecution", execution::start,
            "DescribeExecution", execution::describe,
            "ListExecutions", execution::list,
            "GetExecutionHistory", execution::history,
            "StopExecution", execution::stop,
            "ListStateMachines", machine::list,
            "DescribeStateMachine", machine::describe,
            "DescribeStateMachineForExecution", machine::describeForExecution));
  }

  /** Interrupts all executions; they are told no status for it. */
  @Override
  public void close() {
    interpreter.close();
    time.close();
  }

  StateMachines machines() {
    return machines;
  }

  Executions executions() {
    return executions;
  }

  /** Starts an execution whose input is still text. */
  Execution start(String machineArn, Optional<String> name, String inputText) {
    try {
      JsonNode input = JSON.readTree(inputText);
      if (!input.isMissingNode()) {
        return start(machineArn, name, inputText, input);
      }
      throw invalidInput("it is empty");
    } catch (JsonProcessingException e) {
      throw invalidInput(e.getMessage());
    }
  }

  private static AwsError invalidInput(String why) {
    return AwsError.badRequest(
        "InvalidExecutionInput", "Invalid State Machine Execution Input: '" + why + "'");
  }

  private Execution start(
      String machineArn, Optional<String> wantedName, String inputText, JsonNode input) {
    StateMachine machine = machines.get(machineArn);
    if (inputText.getBytes(UTF_8).length > MOST_INPUT_BYTES) {
      throw AwsError.badRequest(
          "ValidationException", "The input has more than " + MOST_INPUT_BYTES + " bytes.");
    }
    String name = Arns.checkedName(wantedName.orElseGet(() -> UUID.randomUUID().toString()));
    String arn = arns.execution(machine.name(), name);
    Identity identity = new Identity(arn, name, machine.arn(), machine.name(), machine.roleArn());
    Execution execution = new Execution(identity, inputText, input, time, statusChange);
    Execution kept = executions.add(execution);
    // Started without a lock: the bus may well ask for the execution before it returns.
    if (kept == execution) {
      interpreter.start(execution, machine.machine());
    }
    return kept;
  }
}
