package dev.darkroom.local.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.api.contract.Call;
import dev.darkroom.api.contract.Contract;
import dev.darkroom.api.contract.ReceivedResponse;
import dev.darkroom.api.contract.SentRequest;
import dev.darkroom.local.http.LoopbackServer;
import dev.darkroom.local.http.Reply;
import dev.darkroom.local.http.Request;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Stands between the tests and the API, passes everything on as it is, and holds it against {@code
 * openapi.yaml}: each answer; and each request that the API took, for one that is described as
 * wrong must be refused.
 */
public final class ContractProxy implements AutoCloseable {
  private static final Path OPEN_API = Path.of("..", "api", "openapi.yaml");

  /** Of the transport and of API Gateway, with any answer. */
  private static final Set<String> NOT_OF_THE_CONTRACT =
      Set.of(
          "date", "connection", "content-length", "transfer-encoding", "apigw-requestid", "vary");

  private static final Set<String> SET_BY_THE_CLIENT =
      Set.of("host", "connection", "content-length", "upgrade", "http2-settings", "expect");

  private final Contract contract = Contract.read(OPEN_API);
  private final Exercised exercised = new Exercised(contract.routes());
  private final Queue<String> violations = new ConcurrentLinkedQueue<>();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI api;
  private final LoopbackServer server;

  private ContractProxy(URI api) throws IOException {
    this.api = api;
    this.server = LoopbackServer.start(0, this::pass);
  }

  /**
   * Starts a proxy on a free port.
   *
   * @param apiUrl the API's address; its path stays the same
   */
  public static ContractProxy before(String apiUrl) throws IOException {
    return new ContractProxy(URI.create(apiUrl));
  }

  /** The address that stands for the API's. */
  public String url() {
    return server.uri() + api.getPath();
  }

  /** What everything is held against. */
  public Contract contract() {
    return contract;
  }

  /** Which operations and status codes the tests have met so far. */
  public Exercised exercised() {
    return exercised;
  }

  /** What was not as described since the last call. */
  public List<String> takeViolations() {
    List<String> taken = new ArrayList<>();
    for (String next = violations.poll(); next != null; next = violations.poll()) {
      taken.add(next);
    }
    return taken;
  }

  @Override
  public void close() {
    server.close();
  }

  private Reply pass(Request request) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = http.send(onward(request), BodyHandlers.ofByteArray());
    Map<String, String> headers = new TreeMap<>();
    answer
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    // A preflight is API Gateway's own, and no operation.
    if (!request.method().equals("OPTIONS")) {
      hold(request, answer.statusCode(), headers, new String(answer.body(), UTF_8));
    }
    headers.keySet().removeAll(Set.of("content-length", "transfer-encoding", "date", "connection"));
    return new Reply(answer.statusCode(), headers, answer.body());
  }

  private HttpRequest onward(Request request) {
    URI target = URI.create(api.getScheme() + "://" + api.getRawAuthority() + request.uri());
    HttpRequest.Builder onward =
        HttpRequest.newBuilder(target)
            .method(
                request.method(),
                request.body().length == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(request.body()));
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (!SET_BY_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> onward.header(name, value));
              }
            });
    return onward.build();
  }

  private void hold(Request request, int status, Map<String, String> headers, String body) {
    String what = request.method() + " " + request.uri() + " answers " + status + ": ";
    Optional<Call> call = contract.call(request.method(), request.uri().getRawPath());
    if (call.isEmpty()) {
      if (status < 400) {
        violations.add(what + "There is no such operation.");
      }
      return;
    }
    String route = call.get().route();
    exercised.add(route, status);
    ReceivedResponse response = new ReceivedResponse(status, described(headers), body);
    contract.wrongIn(route, response).forEach(wrong -> violations.add(what + wrong + " " + body));
    if (status < 300) {
      contract
          .wrongIn(route, sent(request, call.get()))
          .forEach(wrong -> violations.add(what + "It should not take this. " + wrong));
    }
  }

  private static Map<String, String> described(Map<String, String> headers) {
    Map<String, String> described = new TreeMap<>(headers);
    described
        .keySet()
        .removeIf(name -> NOT_OF_THE_CONTRACT.contains(name) || name.startsWith("access-control-"));
    return described;
  }

  private static SentRequest sent(Request request, Call call) {
    Map<String, String> headers = new TreeMap<>();
    request
        .headers()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return new SentRequest(
        call.pathParameters(), query(request.uri()), headers, new String(request.body(), UTF_8));
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new TreeMap<>();
    if (uri.getRawQuery() != null) {
      for (String pair : uri.getRawQuery().split("&")) {
        String[] nameAndValue = pair.split("=", 2);
        query.put(
            URLDecoder.decode(nameAndValue[0], UTF_8),
            nameAndValue.length == 1 ? "" : URLDecoder.decode(nameAndValue[1], UTF_8));
      }
    }
    return query;
  }
}
