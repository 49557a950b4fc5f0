package dev.darkroom.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.local.http.LoopbackServer;
import dev.darkroom.local.http.Reply;
import dev.darkroom.local.http.Request;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lambda's side of a runtime: hands out one event and takes what comes of it.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
final class RuntimeApi implements AutoCloseable {
  private static final String REQUEST_ID = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";
  private static final String ROOT = "/2018-06-01/runtime/";
  private static final String INVOCATION = ROOT + "invocation/" + REQUEST_ID;

  /**
   * What came of the event.
   *
   * @param kind {@code response}, {@code error}, or {@code init error}
   * @param reason the header that tells a failed function from a broken runtime
   */
  record Outcome(String kind, Optional<String> reason, String body) {}

  private final String event;
  private final String functionArn;
  private final Duration timeout;
  private final AtomicBoolean handedOut = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private final LoopbackServer server;

  /**
   * @param timeout of the function, told to the runtime as the event's deadline
   */
  RuntimeApi(String event, String functionArn, Duration timeout) throws IOException {
    this.event = event;
    this.functionArn = functionArn;
    this.timeout = timeout;
    this.server = LoopbackServer.start(0, this::answer);
  }

  /** {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return server.uri().getAuthority();
  }

  CompletableFuture<Outcome> outcome() {
    return outcome;
  }

  private Reply answer(Request request) {
    String call = request.method() + " " + request.uri().getPath();
    return switch (call) {
      case "GET " + ROOT + "invocation/next" -> next();
      case "POST " + INVOCATION + "/response" -> take("response", request);
      case "POST " + INVOCATION + "/error" -> take("error", request);
      case "POST " + ROOT + "init/error" -> take("init error", request);
      default -> Reply.empty(404);
    };
  }

  /** The second call waits as Lambda lets it wait, for an event that does not come. */
  private Reply next() {
    if (!handedOut.compareAndSet(false, true)) {
      awaitClosing();
      return Reply.empty(410);
    }
    Map<String, String> headers =
        Map.of(
            "content-type",
            "application/json",
            "lambda-runtime-aws-request-id",
            REQUEST_ID,
            "lambda-runtime-invoked-function-arn",
            functionArn,
            "lambda-runtime-deadline-ms",
            Long.toString(Instant.now().plus(timeout).toEpochMilli()));
    return new Reply(200, headers, event.getBytes(UTF_8));
  }

  private void awaitClosing() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The server is stopping.
    }
  }

  private Reply take(String kind, Request request) {
    outcome.complete(
        new Outcome(
            kind,
            request.header("lambda-runtime-function-error-type"),
            new String(request.body(), UTF_8)));
    return Reply.text(202, "application/json", "{\"status\":\"OK\"}");
  }

  @Override
  public void close() {
    closed.countDown();
    server.close();
  }
}
