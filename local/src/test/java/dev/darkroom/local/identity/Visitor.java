package dev.darkroom.local.identity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;

/** Speaks to a pool one step at a time, so that each step can be bent. */
final class Visitor {
  static final String CALLBACK = "http://127.0.0.1:4173/callback";
  static final String VERIFIER = Pkce.random();

  private final HttpClient http = HttpClient.newHttpClient();
  private final UserPool pool;

  Visitor(UserPool pool) {
    this.pool = pool;
  }

  static Map<String, String> authorization() {
    return new TreeMap<>(
        Map.of(
            "response_type", "code",
            "client_id", "site",
            "redirect_uri", CALLBACK,
            "state", "s t&te",
            "code_challenge", Pkce.challenge(VERIFIER),
            "code_challenge_method", "S256"));
  }

  static Map<String, String> grant(String code) {
    return new TreeMap<>(
        Map.of(
            "grant_type", "authorization_code",
            "client_id", "site",
            "redirect_uri", CALLBACK,
            "code", code,
            "code_verifier", VERIFIER));
  }

  HttpResponse<String> get(URI uri, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> authorize(Map<String, String> query)
      throws IOException, InterruptedException {
    return get(URI.create(pool.authorizeEndpoint() + "?" + Parameters.encode(query)));
  }

  HttpResponse<String> post(URI uri, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> signIn(Map<String, String> query, String userName, String password)
      throws IOException, InterruptedException {
    return post(
        loginForm(query), Parameters.encode(Map.of("username", userName, "password", password)));
  }

  URI loginForm(Map<String, String> query) {
    return pool.authorizeEndpoint().resolve("/login?" + Parameters.encode(query));
  }

  HttpResponse<String> exchange(Map<String, String> grant)
      throws IOException, InterruptedException {
    return post(pool.tokenEndpoint(), Parameters.encode(grant));
  }

  String code() throws IOException, InterruptedException {
    return redirected(signIn(authorization(), "ada", "correct horse")).get("code");
  }

  static Parameters redirected(HttpResponse<String> answer) {
    String location = answer.headers().firstValue("location").orElseThrow();
    return Parameters.parse(URI.create(location).getRawQuery());
  }
}
