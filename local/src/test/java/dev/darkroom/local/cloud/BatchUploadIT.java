package dev.darkroom.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many files in one call, as a client sends them that knows the API's address alone. */
@ExtendWith(RunningCloud.class)
class BatchUploadIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FILES = 3;

  private final RunningCloud running = RunningCloud.get();
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void everyFileOfABatchIsProcessedAndListed() throws Exception {
    JsonNode tickets = announce().get("items");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      assertThat(put(tickets.get(i), photo(i))).isEqualTo(200);
      ids.add(tickets.get(i).get("jobId").asText());
    }
    for (int i = 0; i < FILES; i++) {
      JsonNode job = running.settled(ids.get(i));
      assertThat(job.get("status").asText()).isEqualTo("COMPLETED");
      assertThat(job.get("fileName").asText()).isEqualTo("halves-" + i + ".jpg");
      assertThat(job.get("width").asInt()).isEqualTo(100 + i);
      assertThat(job.get("caption").asText()).isEqualTo("from a batch");
    }
    Collections.reverse(ids);
    assertThat(completed()).containsSubsequence(ids);
  }

  @Test
  void whereToSignInIsToldWithoutAToken() throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(running.apiUrl() + "/settings")).build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode settings = JSON.readTree(answer.body());
    assertThat(settings.get("issuer").asText()).isEqualTo(running.cloud().outputs().get("Issuer"));
    assertThat(settings.get("clientId").asText())
        .isEqualTo(running.cloud().outputs().get("ClientId"));
    assertThat(settings.get("maximumBytes").asLong()).isEqualTo(26_214_400);
    assertThat(settings.get("uploadsPerHour").asLong()).isEqualTo(500);
    assertThat(settings.get("bytesPerDay").asLong()).isEqualTo(10_737_418_240L);
  }

  private JsonNode announce() throws Exception {
    ObjectNode batch = JSON.createObjectNode().put("caption", "from a batch");
    for (int i = 0; i < FILES; i++) {
      batch
          .withArray("files")
          .addObject()
          .put("fileName", "halves-" + i + ".jpg")
          .put("contentType", "image/jpeg")
          .put("contentLength", photo(i).length);
    }
    HttpResponse<String> answer =
        http.send(
            request("/uploads/batch")
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(batch.toString()))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body());
  }

  private int put(JsonNode ticket, byte[] bytes) throws IOException, InterruptedException {
    HttpRequest.Builder put =
        HttpRequest.newBuilder(URI.create(ticket.get("uploadUrl").asText()))
            .PUT(BodyPublishers.ofByteArray(bytes));
    ticket.get("headers").properties().stream()
        .filter(header -> !header.getKey().equals("content-length"))
        .forEach(header -> put.header(header.getKey(), header.getValue().asText()));
    return http.send(put.build(), BodyHandlers.discarding()).statusCode();
  }

  private List<String> completed() throws Exception {
    HttpResponse<String> answer =
        http.send(request("/jobs?status=COMPLETED&limit=100").build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    List<String> ids = new ArrayList<>();
    JSON.readTree(answer.body()).get("items").forEach(job -> ids.add(job.get("jobId").asText()));
    return ids;
  }

  private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
    return HttpRequest.newBuilder(URI.create(running.apiUrl() + path))
        .header("authorization", "Bearer " + running.user().signIn());
  }

  private static byte[] photo(int index) throws IOException {
    return Pictures.halves("jpeg", 100 + index, 80);
  }
}
