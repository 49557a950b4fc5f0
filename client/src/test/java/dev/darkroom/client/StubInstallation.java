package dev.darkroom.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.darkroom.client.photos.Checksum;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An API with its bucket, on this machine, that keeps to the contract, checks lengths, checksums,
 * headers and tokens as the real ones do, and has the faults that a test orders.
 */
public final class StubInstallation implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();
  private final Map<String, ObjectNode> announced = new ConcurrentHashMap<>();
  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<Map<String, String>> albums = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, String> ends = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final AtomicInteger allowance = new AtomicInteger(1000);
  private volatile String token = "good";
  private volatile Duration life = Duration.ofMinutes(15);
  private volatile int filesPerCall = 50;

  /** Answers in place of the stub. */
  @FunctionalInterface
  public interface Fault {
    /** Answers; what it does not answer is a connection that breaks. */
    void answer(HttpExchange exchange) throws IOException;
  }

  private StubInstallation() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public static StubInstallation start() throws IOException {
    return new StubInstallation();
  }

  public URI root() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public URI api() {
    return URI.create(root() + "/api");
  }

  /** Orders a fault of the next request whose method and path begin so. */
  public void next(String request, Fault... ordered) {
    faults.computeIfAbsent(request, name -> new ArrayDeque<>()).addAll(List.of(ordered));
  }

  /** What the API takes from now on. */
  public void token(String value) {
    token = value;
  }

  /** How many files may still be announced. */
  public void allowance(int files) {
    allowance.set(files);
  }

  public void urlLife(Duration value) {
    life = value;
  }

  public void filesPerCall(int value) {
    filesPerCall = value;
  }

  /** How the jobs of files with this name end; COMPLETED unless told. */
  public void ends(String fileName, String status) {
    ends.put(fileName, status);
  }

  public void album(String albumId, String title) {
    albums.add(Map.of("albumId", albumId, "title", title));
  }

  /** Methods and paths, in order. */
  public List<String> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  public long count(String request) {
    return requests().stream().filter(made -> made.startsWith(request)).count();
  }

  /** What was announced, by job. */
  public Map<String, ObjectNode> announced() {
    return announced;
  }

  /** What arrived, by job. */
  public Map<String, byte[]> objects() {
    return objects;
  }

  public List<Map<String, String>> albums() {
    return albums;
  }

  public static Fault status(int status, String... headers) {
    return exchange -> {
      exchange.getRequestBody().readAllBytes();
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      respond(exchange, status, "{\"detail\": \"It is " + status + ".\"}");
    };
  }

  /** Hangs up after so many bytes of the body. */
  public static Fault reset(int after) {
    return exchange -> exchange.getRequestBody().readNBytes(after);
  }

  public static void respond(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    requests.add(request);
    try (exchange) {
      Fault fault = fault(request);
      if (fault != null) {
        fault.answer(exchange);
      } else if (request.startsWith("PUT /bucket/")) {
        put(exchange, request.substring("PUT /bucket/".length()));
      } else {
        api(exchange, request);
      }
    }
  }

  private Fault fault(String request) {
    synchronized (faults) {
      return faults.entrySet().stream()
          .filter(ordered -> request.startsWith(ordered.getKey()))
          .map(ordered -> ordered.getValue().poll())
          .filter(fault -> fault != null)
          .findFirst()
          .orElse(null);
    }
  }

  private void api(HttpExchange exchange, String request) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("content-type", "application/json");
    if (request.equals("GET /api/settings")) {
      respond(exchange, 200, settings());
      return;
    }
    String sent = exchange.getRequestHeaders().getFirst("authorization");
    if (!("Bearer " + token).equals(sent)) {
      respond(exchange, 401, "{\"message\": \"Unauthorized\"}");
      return;
    }
    if (request.equals("POST /api/uploads/batch")) {
      announce(exchange, JSON.readTree(body));
    } else if (request.startsWith("GET /api/jobs/")) {
      job(exchange, request.substring("GET /api/jobs/".length()));
    } else if (request.equals("GET /api/albums")) {
      albums(exchange);
    } else if (request.equals("POST /api/albums")) {
      album("made-" + ids.incrementAndGet(), JSON.readTree(body).path("title").asText());
      respond(exchange, 201, JSON.writeValueAsString(albums.get(albums.size() - 1)));
    } else {
      respond(exchange, 404, "{\"message\": \"Not Found\"}");
    }
  }

  private String settings() {
    ObjectNode settings = JSON.createObjectNode();
    settings.put("issuer", root().toString()).put("clientId", "client");
    for (String type : List.of("jpeg", "png", "gif", "bmp", "tiff", "webp")) {
      settings.withArray("contentTypes").add("image/" + type);
    }
    settings.put("maximumBytes", 1 << 20).put("filesPerCall", filesPerCall);
    return settings.put("uploadsPerHour", 1000).put("bytesPerDay", 1L << 40).toString();
  }

  private void announce(HttpExchange exchange, JsonNode asked) throws IOException {
    if (asked.path("files").size() > filesPerCall) {
      respond(exchange, 400, "{\"detail\": \"Too many files.\", \"field\": \"files\"}");
      return;
    }
    for (JsonNode file : asked.path("files")) {
      if (file.path("fileName").asText().startsWith("bad")) {
        respond(exchange, 400, "{\"detail\": \"That name is bad.\", \"field\": \"files\"}");
        return;
      }
    }
    if (asked.path("files").size() > allowance.get()) {
      exchange.getResponseHeaders().set("retry-after", "1800");
      respond(exchange, 429, "{\"detail\": \"The hour's uploads are used up.\"}");
      return;
    }
    allowance.addAndGet(-asked.path("files").size());
    ArrayNode items = JSON.createArrayNode();
    for (JsonNode file : asked.path("files")) {
      String jobId = "job-" + ids.incrementAndGet();
      ObjectNode kept = file.deepCopy();
      kept.set("albumId", asked.path("albumId"));
      kept.set("caption", asked.path("caption"));
      announced.put(jobId, kept.put("expiresAt", Instant.now().plus(life).toString()));
      ObjectNode item = items.addObject().put("jobId", jobId);
      item.put("uploadUrl", root() + "/bucket/" + jobId);
      item.put("expiresAt", kept.path("expiresAt").asText());
      item.putObject("headers")
          .put("content-length", file.path("contentLength").asText())
          .put("content-type", file.path("contentType").asText())
          .put("if-none-match", "*")
          .put("x-amz-checksum-sha256", file.path("checksumSha256").asText())
          .put("x-amz-meta-job-id", jobId);
    }
    respond(exchange, 201, JSON.createObjectNode().set("items", items).toString());
  }

  private void put(HttpExchange exchange, String jobId) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    ObjectNode file = announced.get(jobId);
    boolean asSigned =
        file.path("contentType").asText().equals(header(exchange, "content-type"))
            && file.path("contentLength").asText().equals(header(exchange, "content-length"))
            && jobId.equals(header(exchange, "x-amz-meta-job-id"))
            && "*".equals(header(exchange, "if-none-match"));
    var digest = Checksum.sha256();
    digest.update(body);
    if (Instant.now().isAfter(Instant.parse(file.path("expiresAt").asText()))) {
      respond(exchange, 403, error("AccessDenied", "Request has expired"));
    } else if (!asSigned) {
      respond(exchange, 403, error("SignatureDoesNotMatch", "A header differs"));
    } else if (!Checksum.text(digest).equals(file.path("checksumSha256").asText())) {
      respond(exchange, 400, error("BadDigest", "The checksum differs."));
    } else if (objects.putIfAbsent(jobId, body) != null) {
      respond(exchange, 412, error("PreconditionFailed", "It is there."));
    } else {
      respond(exchange, 200, "");
    }
  }

  private void job(HttpExchange exchange, String jobId) throws IOException {
    ObjectNode file = announced.get(jobId);
    if (file == null) {
      respond(exchange, 404, "{\"detail\": \"You have no such job.\"}");
      return;
    }
    ObjectNode job = JSON.createObjectNode().put("jobId", jobId).put("updatedAt", "now");
    String name = file.path("fileName").asText();
    boolean arrived = objects.containsKey(jobId);
    exchange.getResponseHeaders().set("retry-after", "0");
    if (!arrived) {
      job.put("status", "AWAITING_UPLOAD");
    } else if (asked.add(jobId)) {
      job.put("status", "PROCESSING");
    } else {
      job.put("status", ends.getOrDefault(name, "COMPLETED"));
      job.withArray("labels").addObject().put("name", "Cat").put("confidence", 89.7);
      job.putObject("error").put("code", "DAMAGED").put("detail", "It is damaged.");
    }
    respond(exchange, 200, job.toString());
  }

  /** Two a page. */
  private void albums(HttpExchange exchange) throws IOException {
    String query = "" + exchange.getRequestURI().getQuery();
    int from =
        query.contains("cursor=") ? Integer.parseInt(query.replaceFirst(".*cursor=", "")) : 0;
    ObjectNode page = JSON.createObjectNode();
    ArrayNode items = page.putArray("items");
    albums.stream().skip(from).limit(2).forEach(album -> items.addPOJO(album));
    page.put("nextCursor", from + 2 < albums.size() ? "" + (from + 2) : null);
    respond(exchange, 200, page.toString());
  }

  private static String header(HttpExchange exchange, String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }

  private static String error(String code, String message) {
    return "<Error><Code>%s</Code><Message>%s</Message></Error>".formatted(code, message);
  }
}
