package dev.darkroom.bench.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * DetectLabels calls since the start, as the embedded Rekognition counts them: each HTTP request.
 */
public record LabelCalls(long succeeded, long throttled) {

  static LabelCalls of(URI rekognition) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(rekognition.resolve("/counts.json")).build();
    JsonNode counts =
        new ObjectMapper()
            .readTree(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
    return new LabelCalls(
        counts.required("SuccessfulRequestCount").asLong(),
        counts.required("ThrottledCount").asLong());
  }

  /** Those since an earlier count. */
  public LabelCalls minus(LabelCalls before) {
    return new LabelCalls(succeeded - before.succeeded, throttled - before.throttled);
  }

  public long made() {
    return succeeded + throttled;
  }
}
