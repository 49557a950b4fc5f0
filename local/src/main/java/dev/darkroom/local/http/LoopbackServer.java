package dev.darkroom.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP/1.1 server that listens on 127.0.0.1 only, and answers only who calls it by that address
 * or as localhost: a page that points its own name at 127.0.0.1 gets 403.
 */
public final class LoopbackServer implements AutoCloseable {
  private static final Pattern THIS_MACHINE =
      Pattern.compile("(127\\.0\\.0\\.1|localhost)(:\\d+)?");
  private static final Logger log = LoggerFactory.getLogger(LoopbackServer.class);

  static {
    // Without it Nagle's algorithm and delayed acknowledgements add 40 ms to each call.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads;

  private LoopbackServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts a server.
   *
   * @param port the port, or 0 for any that is free
   * @throws IOException when the port is taken
   */
  public static LoopbackServer start(int port, Service service) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    ExecutorService threads = Executors.newCachedThreadPool(LoopbackServer::daemon);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, service));
    server.start();
    return new LoopbackServer(server, threads);
  }

  /** Where the server listens: {@code http://127.0.0.1:port}. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "loopback-http");
    thread.setDaemon(true);
    return thread;
  }

  private static void answer(HttpExchange exchange, Service service) throws IOException {
    try (exchange) {
      Reply reply = reply(exchange, service);
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      boolean bodiless = reply.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : reply.body().length);
      if (!bodiless) {
        exchange.getResponseBody().write(reply.body());
      }
    }
  }

  private static Reply reply(HttpExchange exchange, Service service) throws IOException {
    Request request =
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI(),
            exchange.getRequestHeaders(),
            exchange.getRequestBody().readAllBytes());
    if (!THIS_MACHINE.matcher(request.header("host").orElse("")).matches()) {
      return Reply.text(403, "text/plain; charset=utf-8", "Call this server as 127.0.0.1.");
    }
    try {
      return service.handle(request);
    } catch (Exception e) {
      log.error("{} {} failed", request.method(), request.uri().getPath(), e);
      return Reply.text(500, "text/plain; charset=utf-8", String.valueOf(e.getMessage()));
    }
  }
}
