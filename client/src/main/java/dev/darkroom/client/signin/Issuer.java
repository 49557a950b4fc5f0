package dev.darkroom.client.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.client.http.Calls;
import dev.darkroom.client.http.WebAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An OpenID Connect issuer, as its discovery document tells of it.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html">The
 *     token endpoint</a>
 */
final class Issuer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int OK = 200;

  private final URI authorize;
  private final URI token;
  private final String clientId;
  private final Calls calls;
  private final Clock clock;

  private Issuer(URI authorize, URI token, String clientId, Calls calls, Clock clock) {
    this.authorize = authorize;
    this.token = token;
    this.clientId = clientId;
    this.calls = calls;
    this.clock = clock;
  }

  /**
   * Reads {@code {issuer}/.well-known/openid-configuration}.
   *
   * @throws SignInRefused when it is not the issuer's own, or names pages that are not safe
   */
  static Issuer discover(String issuer, String clientId, Calls calls, Clock clock)
      throws IOException, InterruptedException {
    URI document = URI.create(WebAddress.of(issuer) + "/.well-known/openid-configuration");
    HttpResponse<String> answer =
        calls.send(() -> HttpRequest.newBuilder(document).timeout(TIMEOUT).build());
    if (answer.statusCode() != OK) {
      throw new IOException(document + " answered " + answer.statusCode() + ".");
    }
    JsonNode json = JSON.readTree(answer.body());
    if (!json.path("issuer").asText().equals(issuer)) {
      throw new SignInRefused(document + " is not the document of " + issuer + ".");
    }
    return new Issuer(
        WebAddress.of(json.path("authorization_endpoint").asText()),
        WebAddress.of(json.path("token_endpoint").asText()),
        clientId,
        calls,
        clock);
  }

  /** Where the user signs in. */
  URI signInPage(URI redirect, String state, Pkce pkce) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", clientId);
    query.put("redirect_uri", redirect.toString());
    query.put("scope", "openid email profile");
    query.put("state", state);
    query.put("code_challenge_method", "S256");
    query.put("code_challenge", pkce.challenge());
    return URI.create(authorize + "?" + Form.encode(query));
  }

  /** Tokens for a code. */
  Tokens exchange(String code, URI redirect, Pkce pkce) throws IOException, InterruptedException {
    return tokens(
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            clientId,
            "redirect_uri",
            redirect.toString(),
            "code",
            code,
            "code_verifier",
            pkce.verifier()),
        null);
  }

  /**
   * Tokens for a refresh token. The issuer may give another refresh token; without it, the one that
   * was used stays good.
   */
  Tokens refresh(String refreshToken) throws IOException, InterruptedException {
    return tokens(
        Map.of("grant_type", "refresh_token", "client_id", clientId, "refresh_token", refreshToken),
        refreshToken);
  }

  private Tokens tokens(Map<String, String> grant, String refreshToken)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(token)
            .timeout(TIMEOUT)
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(Form.encode(grant)))
            .build();
    HttpResponse<String> answer = calls.send(() -> request);
    if (answer.statusCode() != OK) {
      throw new SignInRefused("The issuer gave no token: " + error(answer.body()) + ".");
    }
    JsonNode json = JSON.readTree(answer.body());
    return new Tokens(
        json.required("access_token").asText(),
        json.path("refresh_token").asText(refreshToken),
        clock.instant().plusSeconds(json.path("expires_in").asLong()));
  }

  private static String error(String body) {
    try {
      return JSON.readTree(body).path("error").asText("no reason told");
    } catch (IOException e) {
      return "no reason told";
    }
  }
}
