package dev.darkroom.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.lambda.FunctionError;
import dev.darkroom.local.lambda.Functions;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls functions, and waits no longer than an integration may take. */
final class Integration {
  private final Functions functions;
  private final Duration timeout;
  private final ExecutorService threads = Executors.newCachedThreadPool(Integration::daemon);

  Integration(Functions functions, Duration timeout) {
    this.functions = functions;
    this.timeout = timeout;
  }

  /**
   * Calls a function; one that is too slow is interrupted.
   *
   * @throws TimeoutException when the function did not answer in time
   * @throws FunctionError when it threw
   */
  JsonNode call(String function, JsonNode event)
      throws FunctionError, TimeoutException, InterruptedException {
    Future<JsonNode> answer = threads.submit(() -> functions.invoke(function, event));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof FunctionError error) {
        throw error;
      }
      throw new IllegalStateException(function + " could not be called.", e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "http-api-integration");
    thread.setDaemon(true);
    return thread;
  }
}
