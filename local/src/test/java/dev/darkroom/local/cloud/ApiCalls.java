package dev.darkroom.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Calls any route of the deployed API, as a client that speaks HTTP does. */
final class ApiCalls {
  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String api;
  private final String token;

  ApiCalls(String api, String token) {
    this.api = api;
    this.token = token;
  }

  /**
   * Sends a request.
   *
   * @param body what to send as JSON, or null
   * @param headers name and value by turns
   */
  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    Map<String, String> byName = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      byName.put(headers[i], headers[i + 1]);
    }
    return Person.send(
        api, Optional.of(token), method, path, Objects.requireNonNullElse(body, ""), byName);
  }

  int status(String method, String path) throws IOException, InterruptedException {
    return send(method, path, null).statusCode();
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(send("GET", path, null).body());
  }

  /** Announces a PNG. */
  JsonNode announce(Path file) throws IOException, InterruptedException {
    String body =
        JSON.createObjectNode()
            .put("fileName", file.getFileName().toString())
            .put("contentType", "image/png")
            .put("contentLength", Files.size(file))
            .toString();
    return JSON.readTree(send("POST", "/uploads", body).body());
  }

  /** Sends an announced file. */
  int put(JsonNode ticket, Path file) throws IOException, InterruptedException {
    HttpRequest.Builder put =
        HttpRequest.newBuilder(URI.create(ticket.path("uploadUrl").asText()))
            .PUT(BodyPublishers.ofFile(file));
    ticket.path("headers").properties().stream()
        .filter(header -> !header.getKey().equals("content-length"))
        .forEach(header -> put.header(header.getKey(), header.getValue().asText()));
    return http.send(put.build(), BodyHandlers.discarding()).statusCode();
  }

  /** What a URL answers that needs no token. */
  HttpResponse<byte[]> fetch(String url) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
  }
}
