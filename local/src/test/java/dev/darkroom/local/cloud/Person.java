package dev.darkroom.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.local.cli.ApiClient;
import dev.darkroom.local.deploy.EmbeddedCloud;
import dev.darkroom.local.identity.SignIn;
import dev.darkroom.local.identity.Tokens;
import dev.darkroom.local.identity.User;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Somebody who is signed in and calls the API. */
final class Person {
  private static final URI REDIRECT = URI.create("http://localhost:8976/signed-in");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String apiUrl;
  private final User user;
  private final Tokens tokens;

  private Person(String apiUrl, User user, Tokens tokens) {
    this.apiUrl = apiUrl;
    this.user = user;
    this.tokens = tokens;
  }

  /** Somebody new, in some groups. */
  static Person join(RunningCloud running, String name, String... groups)
      throws IOException, InterruptedException {
    EmbeddedCloud cloud = running.cloud();
    String password = UUID.randomUUID().toString();
    String sub = UUID.randomUUID().toString();
    User user = new User(sub, name + "-" + sub, name + "@example.com", List.of(groups));
    cloud.users().addUser(user, password);
    Tokens tokens =
        SignIn.withPassword(
            cloud.users().issuer(),
            cloud.outputs().get("ClientId"),
            REDIRECT,
            user.userName(),
            password);
    return new Person(running.apiUrl(), user, tokens);
  }

  String sub() {
    return user.sub();
  }

  String email() {
    return user.email();
  }

  Tokens tokens() {
    return tokens;
  }

  ApiClient api() {
    return new ApiClient(apiUrl, tokens.accessToken());
  }

  /**
   * Sends a request.
   *
   * @param path after {@code /api}
   * @param body JSON, or empty for none
   */
  HttpResponse<String> send(String method, String path, String body, Map<String, String> headers)
      throws IOException, InterruptedException {
    return send(apiUrl, Optional.of(tokens.accessToken()), method, path, body, headers);
  }

  /** Sends a request with any token, or with none. */
  static HttpResponse<String> send(
      String apiUrl,
      Optional<String> token,
      String method,
      String path,
      String body,
      Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(apiUrl + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    token.ifPresent(bearer -> request.header("authorization", "Bearer " + bearer));
    if (!body.isEmpty()) {
      request.header("content-type", "application/json");
    }
    headers.forEach(request::header);
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  /** Sends a request that must be done; gives what it answers, if anything. */
  JsonNode done(String method, String path, String body, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = send(method, path, body, headers);
    if (answer.statusCode() >= 300) {
      throw new AssertionError(
          method + " " + path + " answers " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /** The entity tag of what a GET answers; one that fits nothing when there is none to be had. */
  String eTag(String path) throws IOException, InterruptedException {
    return send("GET", path, "", Map.of())
        .headers()
        .firstValue("etag")
        .orElse("\"AAAAAAAAAAAAAAAA\"");
  }
}
