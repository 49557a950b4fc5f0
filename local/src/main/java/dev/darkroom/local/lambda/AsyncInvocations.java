package dev.darkroom.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.http.AwsError;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Map<String, Consumer<JsonNode>> deadLetters = new ConcurrentHashMap<>();
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
   * Says where a function's events go on which every attempt failed; without, they are dropped.
   *
   * @param function a function's name or ARN; whatever alias it is invoked by
   */
  public void onFailure(String function, Consumer<JsonNode> takes) {
    deadLetters.put(name(function), takes);
  }

  /**
   * Accepts an event for a function and returns at once.
   *
   * @param function a function's name or ARN, with or without an alias
   */
  public void invoke(String function, JsonNode event) {
    threads.execute(() -> attempt(function, event, 1));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void attempt(String function, JsonNode event, int number) {
    try {
      functions.invoke(function, event);
    } catch (FunctionError | AwsError e) {
      if (number == ATTEMPTS) {
        log.warn("{} failed {} times", function, ATTEMPTS, e);
        bury(function, event);
      } else {
        CompletableFuture.delayedExecutor(number, TimeUnit.SECONDS, threads)
            .execute(() -> attempt(function, event, number + 1));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The cloud is being closed.
    }
  }

  private void bury(String function, JsonNode event) {
    Consumer<JsonNode> takes = deadLetters.get(name(function));
    if (takes == null) {
      log.error("{} has no dead-letter queue; its event is lost: {}", function, event);
    } else {
      takes.accept(event);
    }
  }

  private static String name(String function) {
    return FunctionReference.parse(function).map(FunctionReference::name).orElse(function);
  }
}
