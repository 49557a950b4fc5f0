package dev.darkroom.bench.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where an announced file goes.
 *
 * @param headers that the URL's signature wants, without the length
 */
public record Ticket(String jobId, URI uploadUrl, Map<String, String> headers) {
  private static final List<String> SIGNED =
      List.of("content-type", "if-none-match", "x-amz-meta-job-id");

  /** Reads the answer of {@code POST /uploads}. */
  static Ticket of(String json) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : SIGNED) {
      headers.put(name, RunningApi.field(json, name));
    }
    URI url = URI.create(RunningApi.field(json, "uploadUrl"));
    return new Ticket(RunningApi.field(json, "jobId"), url, headers);
  }

  /**
   * Sends the file.
   *
   * @return S3's status: 200, or 412 when the file is there already
   */
  public int put(HttpClient http, byte[] bytes) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uploadUrl).PUT(BodyPublishers.ofByteArray(bytes));
    headers.forEach(request::header);
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }
}
