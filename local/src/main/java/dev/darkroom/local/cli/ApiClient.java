package dev.darkroom.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.client.photos.Checksum;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Talks to Darkroom's HTTP API as a client on AWS does. */
public final class ApiClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String api;
  private final String token;

  /**
   * @param api where the API answers, with {@code /api}
   * @param token an access token
   */
  public ApiClient(String api, String token) {
    this.api = api;
    this.token = token;
  }

  /**
   * Announces a file and puts it.
   *
   * @return the job's id
   * @throws Refused when the API or S3 does not take it
   */
  public String upload(Path file) throws IOException, InterruptedException {
    JsonNode upload = announce(file);
    HttpRequest.Builder put =
        HttpRequest.newBuilder(URI.create(upload.path("uploadUrl").asText()))
            .timeout(PATIENCE)
            .PUT(BodyPublishers.ofFile(file));
    upload.path("headers").properties().stream()
        .filter(header -> !header.getKey().equals("content-length")) // The client sets it itself.
        .forEach(header -> put.header(header.getKey(), header.getValue().asText()));
    HttpResponse<String> answer = http.send(put.build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new Refused(
          JSON.createObjectNode().put("status", answer.statusCode()).put("detail", answer.body()));
    }
    return upload.path("jobId").asText();
  }

  /** The job as the API tells it, byte for byte. */
  public String job(String jobId) throws IOException, InterruptedException {
    HttpRequest get = request("/jobs/" + jobId).GET().build();
    HttpResponse<String> answer = http.send(get, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new Refused(JSON.readTree(answer.body()));
    }
    return answer.body();
  }

  /** What a signed URL holds. */
  public byte[] download(String url) throws IOException, InterruptedException {
    HttpRequest get = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
    HttpResponse<byte[]> answer = http.send(get, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("A rendition's URL answered " + answer.statusCode() + ".");
    }
    return answer.body();
  }

  private JsonNode announce(Path file) throws IOException, InterruptedException {
    String body =
        JSON.createObjectNode()
            .put("fileName", file.getFileName().toString())
            .put("contentType", ContentTypes.of(file))
            .put("contentLength", Files.size(file))
            .put("checksumSha256", Checksum.of(file))
            .toString();
    HttpRequest post =
        request("/uploads")
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(post, BodyHandlers.ofString());
    JsonNode json = JSON.readTree(answer.body());
    if (answer.statusCode() != 201) {
      throw new Refused(json);
    }
    return json;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(api + path))
        .timeout(PATIENCE)
        .header("authorization", "Bearer " + token);
  }
}
