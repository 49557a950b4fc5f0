package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.states.asl.ErrorEquals;
import dev.darkroom.local.states.asl.Machine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
  public void start(Execution execution) {
    start(execution, 0);
  }

  /**
   * Begins a run of an execution, or goes on with it, from where the execution stands.
   *
   * @param run how often the execution was redriven before
   */
  public void start(Execution execution, int run) {
    FutureTask<Void> work = new FutureTask<>(() -> run(execution, run), null);
    if (execution.begin(run, work)) {
      threads.execute(work);
    }
  }

  /** Interrupts all that runs. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void run(Execution execution, int run) {
    Walk walk = Walk.outermost(new Run(execution, run, time, integrations, threads, random));
    try (Time.Alarm timeout = timeout(execution, run)) {
      Machine machine = execution.definition().machine();
      JsonNode output = walk.through(machine.flow(), execution.input());
      execution.succeed(run, output.toString(), walk.lastEvent());
    } catch (StatesError error) {
      execution.fail(run, error, walk.lastEvent());
    } catch (InterruptedException e) {
      // Whoever interrupted has ended the execution, or closes the interpreter.
      log.debug("{} was interrupted", execution.identity().arn());
    } catch (RejectedExecutionException | JournalClosed e) {
      log.debug("{} ends with its service", execution.identity().arn());
    } catch (JournalFailed e) {
      log.error("{} stands still: {}", execution.identity().arn(), e.getMessage());
    } catch (RuntimeException e) {
      log.error("{} failed in the interpreter", execution.identity().arn(), e);
      execution.fail(run, new StatesError(ErrorEquals.RUNTIME, e.toString()), walk.lastEvent());
    }
  }

  /** Ends the run when its time is up; the time in which no process ran it counts. */
  private Time.Alarm timeout(Execution execution, int run) {
    Optional<Integer> seconds = execution.definition().machine().timeoutSeconds();
    if (seconds.isEmpty()) {
      return () -> {};
    }
    Instant end = execution.runDate().plusSeconds(seconds.get());
    Duration left = Duration.between(time.now(), end);
    return time.after(left.isNegative() ? Duration.ZERO : left, () -> execution.timeOut(run));
  }
}
