package dev.darkroom.client.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Listens on this machine for the browser that comes back from the sign-in page. Answers with a
 * foreign {@code state} are not of this sign-in: they are refused, and the wait goes on.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8252#section-7.3">RFC 8252, loopback
 *     redirects</a>
 */
final class LoopbackRedirect implements AutoCloseable {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>Darkroom</title></head>
      <body><p>%s</p></body></html>
      """;

  private final List<HttpServer> servers = new ArrayList<>();
  private final CompletableFuture<Map<String, String>> answer = new CompletableFuture<>();
  private final URI redirect;
  private final String state;

  private LoopbackRedirect(URI redirect, String state) {
    this.redirect = redirect;
    this.state = state;
  }

  /**
   * Starts to listen where {@code localhost} leads, by both versions of IP.
   *
   * @throws SignInRefused when another program has the port
   */
  static LoopbackRedirect listen(URI redirect, String state) throws IOException {
    LoopbackRedirect listening = new LoopbackRedirect(redirect, state);
    try {
      listening.bind("127.0.0.1");
      listening.bind("::1");
      return listening;
    } catch (BindException e) {
      listening.close();
      if (listening.servers.isEmpty() || e.getMessage().contains("in use")) {
        throw new SignInRefused(
            "Port %d is taken by another program; the browser could not come back."
                .formatted(redirect.getPort()));
      }
      throw e;
    }
  }

  /**
   * Waits for the code.
   *
   * @throws SignInRefused when the issuer answers an error, or nobody signs in in time
   */
  String code(Duration patience) throws IOException, InterruptedException {
    Map<String, String> answered;
    try {
      answered = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new SignInRefused("Nobody signed in within " + patience.toMinutes() + " minutes.");
    } catch (ExecutionException e) {
      throw new IllegalStateException("An answer is never a failure.", e);
    }
    if (!answered.containsKey("code")) {
      String error = answered.get("error");
      throw new SignInRefused(
          "The sign-in was refused: " + answered.getOrDefault("error_description", error) + ".");
    }
    return answered.get("code");
  }

  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
  }

  private void bind(String address) throws IOException {
    HttpServer server;
    try {
      server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByName(address), redirect.getPort()), 0);
    } catch (BindException e) {
      if (e.getMessage().contains("in use") || servers.isEmpty()) {
        throw e;
      }
      return; // This machine has no IPv6.
    } catch (SocketException e) {
      if (servers.isEmpty()) {
        throw e;
      }
      return;
    }
    server.createContext("/", this::handle);
    server.start();
    servers.add(server);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI asked = exchange.getRequestURI();
      if (!redirect.getPath().equals(asked.getPath())) {
        respond(exchange, 404, "There is nothing here.");
        return;
      }
      Map<String, String> parameters = Form.decode(asked.getRawQuery());
      boolean complete = parameters.containsKey("code") || parameters.containsKey("error");
      if (!state.equals(parameters.get("state")) || !complete) {
        respond(exchange, 400, "This is not the answer to the sign-in that Darkroom waits for.");
        return;
      }
      respond(
          exchange,
          200,
          parameters.containsKey("code")
              ? "You are signed in. You can close this page and go back to the terminal."
              : "The sign-in was refused. The terminal tells why.");
      answer.complete(parameters);
    }
  }

  private static void respond(HttpExchange exchange, int status, String text) throws IOException {
    byte[] page = PAGE.formatted(text).getBytes(UTF_8);
    exchange.getResponseHeaders().set("content-type", "text/html; charset=utf-8");
    exchange.getResponseHeaders().set("cache-control", "no-store");
    // The code stands in the address; it must not go on to another page.
    exchange.getResponseHeaders().set("referrer-policy", "no-referrer");
    exchange.sendResponseHeaders(status, page.length);
    exchange.getResponseBody().write(page);
  }
}
