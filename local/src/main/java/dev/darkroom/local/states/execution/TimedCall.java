package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.states.asl.ErrorEquals;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for work, but not longer than it may take. The work has a thread of its own, so that a
 * handler that does not heed its interrupt holds up nobody.
 */
final class TimedCall {
  private static final Logger log = LoggerFactory.getLogger(TimedCall.class);

  private TimedCall() {}

  static JsonNode await(Callable<JsonNode> work, Optional<Duration> timeout, Run run)
      throws InterruptedException {
    FutureTask<JsonNode> call = new FutureTask<>(work);
    Time.Alarm alarm =
        timeout.map(limit -> run.time().after(limit, () -> call.cancel(true))).orElse(() -> {});
    try (alarm) {
      run.threads().execute(call);
      return call.get();
    } catch (CancellationException e) {
      // Nothing but the alarm cancels the call while it is waited for.
      throw new StatesError(ErrorEquals.TIMEOUT, null);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException) {
        // Nobody but the closing of the service interrupts the call's own thread: no failure.
        throw new InterruptedException();
      }
      throw failure(e.getCause());
    } finally {
      // Does nothing to a call that has ended; interrupts it when this thread was interrupted.
      call.cancel(true);
    }
  }

  private static StatesError failure(Throwable failure) {
    if (failure instanceof StatesError error) {
      return error;
    }
    log.error("A task's resource failed", failure);
    return new StatesError(ErrorEquals.TASK_FAILED, failure.toString());
  }
}
