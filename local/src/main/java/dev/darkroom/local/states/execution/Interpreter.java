package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.states.asl.ErrorEquals;
import dev.darkroom.local.states.asl.Machine;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs executions, each on threads of its own. */
public final class Interpreter implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Interpreter.class);

  private final Time time;
  private final Integrations integrations;
  private final RandomGenerator random;
  private final ExecutorService threads = Threads.pool();

  /**
   * @param random for the jitter of retries
   */
  public Interpreter(Time time, Integrations integrations, RandomGenerator random) {
    this.time = time;
    this.integrations = integrations;
    this.random = random;
  }

  /** Begins an execution; it tells of its own end. */
  public void start(Execution execution, Machine machine) {
    FutureTask<Void> work = new FutureTask<>(() -> run(execution, machine), null);
    if (execution.begin(work)) {
      threads.execute(work);
    }
  }

  /** Interrupts all that runs. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void run(Execution execution, Machine machine) {
    Time.Alarm timeout =
        machine
            .timeoutSeconds()
            .map(seconds -> time.after(Duration.ofSeconds(seconds), execution::timeOut))
            .orElse(() -> {});
    Walk walk = Walk.outermost(new Run(execution, time, integrations, threads, random));
    try (timeout) {
      JsonNode output = walk.through(machine.flow(), execution.input());
      execution.succeed(output.toString(), walk.lastEvent());
    } catch (StatesError error) {
      execution.fail(error, walk.lastEvent());
    } catch (InterruptedException e) {
      // Whoever interrupted has ended the execution, or closes the interpreter.
      log.debug("{} was interrupted", execution.identity().arn());
    } catch (RejectedExecutionException e) {
      log.debug("{} ends with the interpreter", execution.identity().arn());
    } catch (RuntimeException e) {
      log.error("{} failed in the interpreter", execution.identity().arn(), e);
      execution.fail(new StatesError(ErrorEquals.RUNTIME, e.toString()), walk.lastEvent());
    }
  }
}
