package dev.darkroom.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.http.AwsError;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Invokes functions for callers that do not wait, as EventBridge. A function that fails is tried
 * three times in all; Lambda waits one and two minutes between, this waits seconds.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html">How
 *     Lambda handles errors with asynchronous invocation</a>
 */
public final class AsyncInvocations implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(AsyncInvocations.class);
  private static final int ATTEMPTS = 3;

  private final Functions functions;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "lambda-async");
            thread.setDaemon(true);
            return thread;
          });

  public AsyncInvocations(Functions functions) {
    this.functions = functions;
  }

  /**
   * Accepts an event for a function and returns at once.
   *
   * @param deadLetters takes the event when every attempt failed
   */
  public void invoke(String function, JsonNode event, Consumer<JsonNode> deadLetters) {
    threads.execute(() -> attempt(function, event, deadLetters, 1));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void attempt(
      String function, JsonNode event, Consumer<JsonNode> deadLetters, int number) {
    try {
      functions.invoke(function, event);
    } catch (FunctionError | AwsError e) {
      if (number == ATTEMPTS) {
        log.warn("{} failed {} times", function, ATTEMPTS, e);
        deadLetters.accept(event);
      } else {
        CompletableFuture.delayedExecutor(number, TimeUnit.SECONDS, threads)
            .execute(() -> attempt(function, event, deadLetters, number + 1));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The cloud is being closed.
    }
  }
}
