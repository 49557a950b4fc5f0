package dev.darkroom.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOError;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;

/**
 * One function and its execution environments. As on Lambda, an environment serves one invocation
 * at a time and is used again, after an exception too; one that timed out, that its caller left, or
 * that the JVM could not go on with is not.
 */
final class Function {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FunctionSettings settings;
  private final ClassLoader code;
  private final HandlerClass handlers;
  private final ExecutorService threads;
  private final Semaphore concurrency;
  private final ConcurrentLinkedDeque<Handler> idle = new ConcurrentLinkedDeque<>();
  private final Set<Invocation> running = ConcurrentHashMap.newKeySet();

  /**
   * @param concurrency how many environments there are at most; further invocations wait
   * @throws IllegalArgumentException when the handler cannot be run
   */
  Function(FunctionSettings settings, ClassLoader code, ExecutorService threads, int concurrency) {
    this.settings = settings;
    this.code = code;
    this.handlers = HandlerClass.load(settings.handler(), code);
    this.threads = threads;
    this.concurrency = new Semaphore(concurrency, true);
  }

  String name() {
    return settings.name();
  }

  String arn() {
    return settings.arn();
  }

  /** Makes one environment ahead of the first invocation, as SnapStart does. */
  void prepare() {
    threads.execute(
        () -> {
          try {
            idle.push(environment());
          } catch (Throwable e) {
            LoggerFactory.getLogger("lambda." + settings.name())
                .error("{} cannot be initialised", settings.handler(), e);
          }
        });
  }

  JsonNode invoke(JsonNode event) throws FunctionError, InterruptedException {
    concurrency.acquire();
    try {
      InvocationContext context = new InvocationContext(settings);
      AtomicBoolean abandoned = new AtomicBoolean();
      FutureTask<byte[]> answer = new FutureTask<>(() -> run(event, context, abandoned));
      Invocation invocation = new Invocation(context.getAwsRequestId(), event, abandoned, answer);
      running.add(invocation); // Before it begins: what it does can be traced to it at once.
      threads.execute(answer);
      try {
        return await(answer, context);
      } finally {
        running.remove(invocation);
        abandoned.set(true);
        answer.cancel(true);
      }
    } finally {
      concurrency.release();
    }
  }

  /**
   * Ends the processes of invocations, as a host that fails would: what they do is interrupted, and
   * their environments are not used again.
   *
   * @return how many
   */
  int kill(Predicate<RunningInvocation> which) {
    int killed = 0;
    for (Invocation each : running) {
      if (which.test(each.seen(settings.name()))) {
        each.abandoned.set(true);
        killed += each.answer.cancel(true) ? 1 : 0;
      }
    }
    return killed;
  }

  /** What runs now. */
  List<RunningInvocation> running() {
    return running.stream().map(each -> each.seen(settings.name())).toList();
  }

  private JsonNode await(Future<byte[]> answer, InvocationContext context)
      throws FunctionError, InterruptedException {
    try {
      return parsed(answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Failure failure
          ? ErrorDocument.of(failure.getCause())
          : ErrorDocument.of(e.getCause());
    } catch (CancellationException e) {
      throw ErrorDocument.killed(context.getAwsRequestId());
    } catch (TimeoutException e) {
      throw ErrorDocument.timedOut(context.getAwsRequestId(), settings.timeout());
    }
  }

  private byte[] run(JsonNode event, InvocationContext context, AtomicBoolean abandoned)
      throws Failure {
    String idleName = Thread.currentThread().getName();
    Thread.currentThread()
        .setName(idleName + " " + settings.name() + " " + context.getAwsRequestId());
    try {
      Handler warm = idle.poll();
      Handler handler = warm == null ? environment() : warm;
      Thread.currentThread().setContextClassLoader(code);
      boolean usable = true;
      try {
        return handler.handle(JSON.writeValueAsBytes(event), context);
      } catch (VirtualMachineError | IOError e) {
        usable = false;
        throw e;
      } finally {
        // Before the answer is known: who calls next with it finds the environment idle.
        if (usable && !abandoned.get()) {
          idle.push(handler);
        }
      }
    } catch (Throwable e) {
      throw new Failure(e);
    } finally {
      Thread.currentThread().setName(idleName);
    }
  }

  private Handler environment() throws Throwable {
    Thread.currentThread().setContextClassLoader(code);
    return handlers.create(settings.environment());
  }

  private static JsonNode parsed(byte[] answer) throws FunctionError {
    if (answer.length == 0) {
      return JSON.nullNode();
    }
    try {
      return JSON.readTree(answer);
    } catch (IOException e) {
      throw ErrorDocument.of(e);
    }
  }

  /** An invocation that runs. */
  private static final class Invocation {
    final String requestId;
    final JsonNode event;
    final AtomicBoolean abandoned;
    final Future<byte[]> answer;

    /**
     * @param abandoned whether its environment is not to be used again
     */
    Invocation(String requestId, JsonNode event, AtomicBoolean abandoned, Future<byte[]> answer) {
      this.requestId = requestId;
      this.event = event;
      this.abandoned = abandoned;
      this.answer = answer;
    }

    RunningInvocation seen(String function) {
      return new RunningInvocation(requestId, function, event);
    }
  }

  /** Carries anything that a function throws, errors too, out of its thread. */
  private static final class Failure extends Exception {
    Failure(Throwable cause) {
      super(cause);
    }
  }
}
