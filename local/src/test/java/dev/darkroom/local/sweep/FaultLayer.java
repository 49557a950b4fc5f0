package dev.darkroom.local.sweep;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Stands between the functions' AWS clients and the services: passes requests on as they are, and
 * lets go wrong what is to go wrong.
 */
final class FaultLayer {
  private static final int NO_ANSWER_MILLIS = 20_000;
  private static final byte[] GARBAGE = {'<', '{'};

  private final Map<String, URI> endpoints;
  private final Consumer<String> kill;
  private final Consumer<HttpMessage> onPublish;

  /**
   * @param endpoints of the services, by their names
   * @param kill ends the process of an invocation
   * @param onPublish sees each message before it is published
   */
  FaultLayer(Map<String, URI> endpoints, Consumer<String> kill, Consumer<HttpMessage> onPublish) {
    this.endpoints = endpoints;
    this.kill = kill;
    this.onPublish = onPublish;
  }

  /** Serves one connection until it ends. */
  void serve(Socket client, Door door) {
    try (client) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      while (true) {
        Optional<HttpMessage> request = HttpMessage.read(in, false);
        if (request.isEmpty() || !serve(client, request.get(), door.ticket())) {
          return;
        }
      }
    } catch (IOException e) {
      return; // The client went away.
    }
  }

  /**
   * @return whether the connection goes on
   */
  private boolean serve(Socket client, HttpMessage request, Ticket ticket) throws IOException {
    Call call = ticket.call();
    if (call.run().wasKilled(call.requestId())) {
      return reset(client); // The dead send nothing; the JDK tries for them.
    }
    AwsService service = AwsService.of(request, endpoints);
    String operation = service.operation(request);
    Optional<Kind> kind = ticket.take();
    if (kind.filter(Kind.KILLED_BEFORE::equals).isPresent()) {
      kill(call);
      record(call, operation, Kind.KILLED_BEFORE);
      return reset(client);
    }
    if (kind.filter(each -> !each.isApplied()).isPresent()) {
      record(call, operation, kind.get());
      client.getOutputStream().write(service.refusal(kind.get()).bytes());
      return true;
    }
    if (operation.equals("SNS Publish")) {
      onPublish.accept(request);
    }
    HttpMessage answer = passOn(request);
    if (kind.isEmpty()) {
      record(call, operation, Integer.toString(answer.status()));
      client.getOutputStream().write(answer.bytes());
      return true;
    }
    return spoil(client, call, operation, answer, kind.get());
  }

  private boolean spoil(Socket client, Call call, String operation, HttpMessage answer, Kind kind)
      throws IOException {
    if (kind.kills()) {
      kill(call);
    }
    record(call, operation, kind);
    switch (kind) {
      case TIMEOUT_AFTER -> {
        client.setSoTimeout(NO_ANSWER_MILLIS);
        return client.getInputStream().read() >= 0 && reset(client);
      }
      case MALFORMED -> {
        if (operation.equals("S3 GetObject")) { // Any bytes are well-formed: it breaks off.
          byte[] whole = answer.bytes();
          client.getOutputStream().write(whole, 0, whole.length - answer.body().length / 2 - 1);
          return false;
        }
        byte[] half = Arrays.copyOf(answer.body(), answer.body().length / 2);
        HttpMessage spoilt = answer.withBody(half.length == 0 ? GARBAGE : half);
        client.getOutputStream().write(spoilt.bytes());
        return true;
      }
      default -> {
        return reset(client);
      }
    }
  }

  private void kill(Call call) {
    call.run().isKilled(call.requestId());
    kill.accept(call.requestId());
  }

  private static void record(Call call, String operation, Object outcome) {
    call.run().recorded(new RecordedCall(call, operation, outcome.toString()));
  }

  private static boolean reset(Socket client) throws IOException {
    client.setSoLinger(true, 0);
    client.close();
    return false;
  }

  /** Sends a request to its service, with all that its signature covers as it was. */
  private static HttpMessage passOn(HttpMessage request) throws IOException {
    URI uri = URI.create(request.target());
    String path = request.target().substring(("http://" + uri.getRawAuthority()).length());
    HttpMessage direct =
        request
            .startingWith(request.method() + " " + (path.isEmpty() ? "/" : path) + " HTTP/1.1")
            .without("proxy-connection")
            .with("Connection", "close");
    try (Socket service = new Socket(InetAddress.getLoopbackAddress(), uri.getPort())) {
      service.setTcpNoDelay(true);
      service.getOutputStream().write(direct.bytes());
      InputStream in = new BufferedInputStream(service.getInputStream());
      HttpMessage answer =
          HttpMessage.read(in, request.method().equals("HEAD"))
              .orElseThrow(() -> new IOException("No answer to " + request.start()))
              .without("connection");
      boolean framed = answer.body().length > 0 || answer.header("transfer-encoding").isPresent();
      return framed ? answer.withBody(answer.body()) : answer;
    }
  }
}
