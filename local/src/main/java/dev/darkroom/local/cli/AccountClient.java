package dev.darkroom.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sees and changes a user by Darkroom's HTTP API. */
public final class AccountClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int OK = 200;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI me;
  private final String token;

  /**
   * Speaks for one user.
   *
   * @param api where the API answers, with {@code /api}
   * @param token an access token
   */
  public AccountClient(String api, String token) {
    this.me = URI.create(api + "/me");
    this.token = token;
  }

  /**
   * The user as the API tells them.
   *
   * @throws Refused when the API does not
   */
  public JsonNode me() throws IOException, InterruptedException {
    return JSON.readTree(fetch().body());
  }

  /**
   * Has the user told of outcomes by e-mail, or no more.
   *
   * @return the user as they are now
   * @throws Refused when the API refuses it
   */
  public JsonNode turnNotifications(boolean on) throws IOException, InterruptedException {
    String tag = fetch().headers().firstValue("etag").orElse("");
    String change = JSON.createObjectNode().put("notifications", on).toString();
    HttpRequest.Builder patch =
        HttpRequest.newBuilder(me)
            .header("content-type", "application/json")
            .header("if-match", tag)
            .method("PATCH", BodyPublishers.ofString(change));
    return JSON.readTree(send(patch).body());
  }

  private HttpResponse<String> fetch() throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(me));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    request.timeout(PATIENCE).header("authorization", "Bearer " + token);
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() != OK) {
      throw new Refused(JSON.readTree(answer.body()));
    }
    return answer;
  }
}
