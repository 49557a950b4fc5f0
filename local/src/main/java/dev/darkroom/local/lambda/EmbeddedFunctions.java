package dev.darkroom.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.http.AwsError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * The embedded Lambda: runs the handlers of the template from the very artifacts that are deployed.
 * Memory limits and IAM policies are not enforced; aliases and versions all name the same code.
 */
public final class EmbeddedFunctions implements Functions, AutoCloseable {
  private static final int CONCURRENCY = 4 * Runtime.getRuntime().availableProcessors();

  private final Map<String, Function> functions = new ConcurrentHashMap<>();
  private volatile InvocationListener invocations = (function, failed) -> {};
  private final Map<Path, FunctionClassLoader> artifacts = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "lambda");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Adds a function; those of one artifact share its classes.
   *
   * @throws IllegalArgumentException when its handler is not in the artifact, or cannot be run
   *     locally; the message names it
   */
  public void add(FunctionSettings settings) {
    ClassLoader code = artifacts.computeIfAbsent(settings.code(), FunctionClassLoader::new);
    functions.put(settings.name(), new Function(settings, code, threads, CONCURRENCY));
  }

  /** Initialises an environment of every function in the background. */
  public void prepare() {
    functions.values().forEach(Function::prepare);
  }

  @Override
  public JsonNode invoke(String function, JsonNode payload)
      throws FunctionError, InterruptedException {
    Function named = named(function);
    boolean failed = true;
    try {
      JsonNode answer = named.invoke(payload);
      failed = false;
      return answer;
    } finally {
      invocations.ended(named.name(), failed);
    }
  }

  /**
   * The ARN of a function, without an alias.
   *
   * @param function a function's name or ARN, with or without an alias
   * @throws AwsError when there is none
   */
  public String arn(String function) {
    return named(function).arn();
  }

  /** Has each invocation told that ends from now on. */
  public void tell(InvocationListener listener) {
    invocations = listener;
  }

  /**
   * Ends the processes of running invocations, as a host that fails would. Their callers are told
   * {@code Runtime.ExitError}.
   *
   * @param payload which invocations, by what they were given
   * @return how many
   */
  public int kill(Predicate<JsonNode> payload) {
    return killWhere(invocation -> payload.test(invocation.payload()));
  }

  /**
   * Ends the process of one invocation, as {@link #kill(Predicate)} does.
   *
   * @param requestId which invocation
   * @return whether it ran
   */
  public boolean kill(String requestId) {
    return killWhere(invocation -> invocation.requestId().equals(requestId)) > 0;
  }

  /** What runs now; the thread of each bears its function's name and its request's id. */
  public List<RunningInvocation> running() {
    return functions.values().stream().flatMap(function -> function.running().stream()).toList();
  }

  private int killWhere(Predicate<RunningInvocation> which) {
    return functions.values().stream().mapToInt(function -> function.kill(which)).sum();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    artifacts.values().forEach(EmbeddedFunctions::close);
  }

  private Function named(String function) {
    return FunctionReference.parse(function)
        .map(this::find)
        .orElseThrow(
            () ->
                new AwsError(404, "ResourceNotFoundException", "Function not found: " + function));
  }

  private Function find(FunctionReference reference) {
    Function named = functions.get(reference.name());
    return named != null && reference.isOf(named.arn()) ? named : null;
  }

  private static void close(FunctionClassLoader artifact) {
    try {
      artifact.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
