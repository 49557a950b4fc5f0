package dev.darkroom.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.journal.Entry;
import dev.darkroom.local.journal.Outbox;
import java.time.Duration;
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
 * three times in all; Lambda waits one and two minutes between, this waits seconds at most.
 *
 * <p>An event is kept in an outbox until its function took it, or its dead letters did; what is
 * left of it by a process that ends is taken up by {@link #resume} of the next.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html">How
 *     Lambda handles errors with asynchronous invocation</a>
 */
public final class AsyncInvocations implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(AsyncInvocations.class);
  private static final int ATTEMPTS = 3;

  private final Functions functions;
  private final Outbox outbox;
  private final double pace;
  private final Map<String, Consumer<JsonNode>> deadLetters = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "lambda-async");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param outbox keeps events that no function has taken yet
   * @param pace how many times shorter than Lambda's the pauses between attempts are, where that is
   *     less than seconds
   */
  public AsyncInvocations(Functions functions, Outbox outbox, double pace) {
    this.functions = functions;
    this.outbox = outbox;
    this.pace = pace;
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
    ObjectNode content = JsonNodeFactory.instance.objectNode().put("function", function);
    content.set("event", event);
    start(new Entry(outbox.add(content), content));
  }

  /**
   * Takes up what earlier processes accepted and did not bring to an end; call it once, when all
   * functions are there and can work.
   */
  public void resume() {
    outbox.leftovers().forEach(this::start);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void start(Entry accepted) {
    threads.execute(() -> attempt(accepted, 1));
  }

  private void attempt(Entry accepted, int number) {
    String function = accepted.content().path("function").asText();
    JsonNode event = accepted.content().path("event");
    try {
      functions.invoke(function, event);
      outbox.remove(accepted.number());
    } catch (FunctionError | AwsError e) {
      if (number == ATTEMPTS) {
        log.warn("{} failed {} times", function, ATTEMPTS, e);
        bury(function, event);
        outbox.remove(accepted.number());
      } else {
        CompletableFuture.delayedExecutor(pause(number).toMillis(), TimeUnit.MILLISECONDS, threads)
            .execute(() -> attempt(accepted, number + 1));
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

  private Duration pause(int attempts) {
    long seconds = Duration.ofSeconds(attempts).toMillis();
    long paced = Math.round(Duration.ofMinutes(attempts).toMillis() / pace);
    return Duration.ofMillis(Math.min(seconds, paced));
  }

  private static String name(String function) {
    return FunctionReference.parse(function).map(FunctionReference::name).orElse(function);
  }
}
