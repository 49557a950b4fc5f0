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
import dev.darkroom.local.states.execution.Definition;
import dev.darkroom.local.states.execution.Execution;
import dev.darkroom.local.states.execution.ExecutionReader;
import dev.darkroom.local.states.execution.Identity;
import dev.darkroom.local.states.execution.Integrations;
import dev.darkroom.local.states.execution.Interpreter;
import dev.darkroom.local.states.execution.NotRedrivable;
import dev.darkroom.local.states.execution.Redrive;
import dev.darkroom.local.states.execution.Status;
import dev.darkroom.local.states.execution.SystemTime;
import dev.darkroom.local.states.execution.Time;
import dev.darkroom.local.states.journal.JournalFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * AWS Step Functions, embedded: Standard workflows in the Amazon States Language with JSONata. It
 * keeps the newest 10 000 executions: in memory, or in a folder if it is given one. There they
 * outlive the process, however it ends, and go on in the next by {@link #resume()}. Safe on many
 * threads.
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
  private final Optional<JournalFolder> folder;
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
    this(region, account, functions, bus, Optional.empty());
  }

  /**
   * The same, with its executions in a folder, and those that are there.
   *
   * @param journal the folder; made unless it is there; empty to keep executions in memory alone
   */
  public StepFunctions(
      String region,
      String account,
      Functions functions,
      Consumer<ObjectNode> bus,
      Optional<Path> journal) {
    this(region, account, functions, bus, journal, new SystemTime());
  }

  /**
   * The same, with a clock.
   *
   * @param time the clock of waits, retries and timeouts; closed with this service
   */
  public StepFunctions(
      String region,
      String account,
      Functions functions,
      Consumer<ObjectNode> bus,
      Optional<Path> journal,
      Time time) {
    this(region, account, functions, bus, journal, time, new Random(), MOST_EXECUTIONS);
  }

  /**
   * @param random for the jitter of retries
   * @param mostExecutions how many executions to keep
   */
  StepFunctions(
      String region,
      String account,
      Functions functions,
      Consumer<ObjectNode> bus,
      Optional<Path> journal,
      Time time,
      RandomGenerator random,
      int mostExecutions) {
    this.arns = new Arns(region, account);
    this.time = time;
    this.integrations = new Integrations(region, functions);
    this.interpreter = new Interpreter(time, integrations, random);
    this.statusChange = new StatusChange(region, account, bus);
    this.folder = journal.map(JournalFolder::new);
    this.executions = new Executions(mostExecutions, folder.map(this::archive));
    executions.readArchive();
  }

  private Archive archive(JournalFolder kept) {
    KeptDefinitions definitions = new KeptDefinitions(kept, integrations);
    return new Archive(
        kept, new ExecutionReader(time, this::changed, definitions::text, definitions::machine));
  }

  private void changed(Execution execution) {
    executions.changed(execution);
    statusChange.accept(execution);
  }

  /**
   * Goes on with the executions of an earlier process: each enters its state again where it stood,
   * so that a task may be called a second time. To be called once all functions are there.
   */
  public void resume() {
    for (Execution execution : executions.held()) {
      if (execution.status() == Status.RUNNING) {
        interpreter.start(execution, execution.redriveCount());
      } else {
        // The process stopped between its end and the word of it to the bus.
        execution.tell();
      }
    }
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
    machines.add(new StateMachine(arn, name, time.now(), definition(definition, roleArn)));
    return arn;
  }

  private Definition definition(String text, String roleArn) {
    Machine machine = DefinitionReader.read(text, integrations);
    Definition definition = new Definition(text, machine, roleArn, time.now());
    folder.ifPresent(kept -> kept.keep(definition));
    return definition;
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
            "RedriveExecution", execution::redrive,
            "ListStateMachines", machine::list,
            "DescribeStateMachine", machine::describe,
            "DescribeStateMachineForExecution", machine::describeForExecution,
            "UpdateStateMachine", machine::update));
  }

  /** Interrupts all executions; they are told no status for it, and their journals end here. */
  @Override
  public void close() {
    folder.ifPresent(JournalFolder::close);
    interpreter.close();
    time.close();
  }

  StateMachines machines() {
    return machines;
  }

  Executions executions() {
    return executions;
  }

  /** Changes a state machine; what is not given stays. */
  StateMachine update(String arn, Optional<String> text, Optional<String> roleArn) {
    return machines.update(
        arn, before -> definition(text.orElse(before.text()), roleArn.orElse(before.roleArn())));
  }

  /** Redrives an execution, unless the token has done so before; gives when it was. */
  Instant redrive(Execution execution, Optional<String> token) {
    try {
      Redrive redrive = execution.redrive(token);
      // Begun without a lock, as in start.
      redrive.run().ifPresent(run -> interpreter.start(execution, run));
      return redrive.date();
    } catch (NotRedrivable e) {
      throw AwsError.badRequest(
          "ExecutionNotRedrivable",
          "Execution Not Redrivable: '" + execution.identity().arn() + "': " + e.getMessage());
    }
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
    Definition definition = machine.definition();
    Identity identity =
        new Identity(arn, name, machine.arn(), machine.name(), definition.roleArn());
    Execution execution =
        new Execution(identity, inputText, input, definition, time, this::changed);
    Execution kept = executions.add(execution);
    // Started without a lock: the bus may well ask for the execution before it returns.
    if (kept == execution) {
      interpreter.start(execution);
    }
    return kept;
  }
}
