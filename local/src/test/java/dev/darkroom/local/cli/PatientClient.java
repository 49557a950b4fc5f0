package dev.darkroom.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Uploads as a program does that means to get its files there: what is not answered, or answered
 * that it should come back, it asks again, of whichever {@code up} runs then.
 */
final class PatientClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final String api;
  private final AtomicInteger repeated = new AtomicInteger();
  private volatile String token = "";

  /**
   * @param api the API's address, the same after a restart
   */
  PatientClient(String api) {
    this.api = api;
  }

  /** Signs in anew: tokens end with the process that gave them. */
  void token(String newest) {
    token = newest;
  }

  /** How many requests had to be sent again. */
  int repeated() {
    return repeated.get();
  }

  /**
   * Announces a file and puts it, until S3 says that it has it.
   *
   * @return the job's id
   */
  String upload(String name, byte[] file) throws InterruptedException {
    JsonNode ticket = persist(() -> announce(name, file));
    persist(() -> put(ticket, file));
    return ticket.path("jobId").asText();
  }

  JsonNode job(String jobId) throws InterruptedException {
    return persist(
        () -> {
          HttpResponse<byte[]> answer = send(authorized("/jobs/" + jobId).GET());
          return answer.statusCode() == 200
              ? Optional.of(JSON.readTree(answer.body()))
              : comeBack(answer);
        });
  }

  byte[] download(String url) throws InterruptedException {
    return persist(
        () -> {
          HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(URI.create(url)).GET());
          return answer.statusCode() == 200 ? Optional.of(answer.body()) : comeBack(answer);
        });
  }

  private Optional<JsonNode> announce(String name, byte[] file) throws Exception {
    String body =
        JSON.createObjectNode()
            .put("fileName", name)
            .put("contentType", "image/jpeg")
            .put("contentLength", file.length)
            .put("checksumSha256", sha256(file))
            .toString();
    HttpResponse<byte[]> answer =
        send(
            authorized("/uploads")
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    return answer.statusCode() == 201
        ? Optional.of(JSON.readTree(answer.body()))
        : comeBack(answer);
  }

  /** The URL is good once: 412 says that an earlier try arrived. */
  private Optional<Boolean> put(JsonNode ticket, byte[] file) throws Exception {
    HttpRequest.Builder put =
        HttpRequest.newBuilder(URI.create(ticket.path("uploadUrl").asText()))
            .PUT(BodyPublishers.ofByteArray(file));
    ticket.path("headers").properties().stream()
        .filter(header -> !header.getKey().equals("content-length"))
        .forEach(header -> put.header(header.getKey(), header.getValue().asText()));
    HttpResponse<byte[]> answer = send(put);
    return answer.statusCode() == 200 || answer.statusCode() == 412
        ? Optional.of(true)
        : comeBack(answer);
  }

  private <T> T persist(Callable<Optional<T>> request) throws InterruptedException {
    while (true) {
      try {
        Optional<T> answer = request.call();
        if (answer.isPresent()) {
          return answer.get();
        }
      } catch (IOException e) {
        // Nobody is there, or nobody is there any more.
      } catch (InterruptedException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      repeated.incrementAndGet();
      Thread.sleep(PAUSE.toMillis());
    }
  }

  /** Empty when the same request may be answered otherwise later. */
  private static <T> Optional<T> comeBack(HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    if (status >= 500 || status == 401 || status == 429) {
      return Optional.empty();
    }
    throw new AssertionError(
        answer.request().method()
            + " "
            + answer.uri().getPath()
            + " answers "
            + status
            + " "
            + new String(answer.body(), UTF_8));
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder authorized(String path) {
    return HttpRequest.newBuilder(URI.create(api + path))
        .header("authorization", "Bearer " + token);
  }

  private static String sha256(byte[] file) throws NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
    return Base64.getEncoder().encodeToString(digest);
  }
}
