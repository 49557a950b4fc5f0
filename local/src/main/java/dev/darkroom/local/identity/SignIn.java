package dev.darkroom.local.identity;

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
import java.util.Map;

/** Signs a user in at a {@link UserPool} as a browser does: code flow, PKCE, the login form. */
public final class SignIn {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private SignIn() {}

  /**
   * Walks discovery, authorize, login form, redirect and token endpoint. The redirect is read, not
   * followed: nothing needs to listen at {@code redirectUri}.
   *
   * @param redirectUri one of the client's callback URLs
   * @throws SignInRefused when the pool refuses the user, the client or the redirect URI
   * @throws IOException when the pool cannot be reached
   */
  public static Tokens withPassword(
      URI issuer, String clientId, URI redirectUri, String userName, String password)
      throws IOException, InterruptedException {
    SignIn signIn = new SignIn();
    JsonNode discovery = signIn.discovery(issuer);
    String verifier = Pkce.random();
    String state = Pkce.random();
    URI form =
        signIn.form(
            URI.create(
                discovery.path("authorization_endpoint").asText()
                    + "?"
                    + Parameters.encode(
                        Map.of(
                            "response_type",
                            "code",
                            "client_id",
                            clientId,
                            "redirect_uri",
                            redirectUri.toString(),
                            "scope",
                            "openid email profile",
                            "state",
                            state,
                            "code_challenge",
                            Pkce.challenge(verifier),
                            "code_challenge_method",
                            "S256"))));
    Parameters granted = signIn.submit(form, userName, password);
    if (!granted.find("state").orElse("").equals(state)) {
      throw new SignInRefused("The pool answered another request.");
    }
    return signIn.tokens(
        URI.create(discovery.path("token_endpoint").asText()),
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            clientId,
            "redirect_uri",
            redirectUri.toString(),
            "code",
            granted.get("code"),
            "code_verifier",
            verifier));
  }

  private JsonNode discovery(URI issuer) throws IOException, InterruptedException {
    URI uri = URI.create(issuer + "/.well-known/openid-configuration");
    HttpResponse<String> answer = send(HttpRequest.newBuilder(uri).GET());
    if (answer.statusCode() != 200) {
      throw new IOException(uri + " answered " + answer.statusCode() + ".");
    }
    return JSON.readTree(answer.body());
  }

  private URI form(URI authorize) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(authorize).GET());
    URI form = authorize.resolve(answer.headers().firstValue("location").orElse(""));
    // An error goes to the redirect URI; the form is at home.
    if (answer.statusCode() != 302 || !form.getRawAuthority().equals(authorize.getRawAuthority())) {
      throw new SignInRefused("The pool refused the client, redirect URI or scope.");
    }
    return form;
  }

  private Parameters submit(URI form, String userName, String password)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = post(form, Map.of("username", userName, "password", password));
    if (answer.statusCode() != 302) {
      throw new SignInRefused("Incorrect username or password.");
    }
    URI granted = URI.create(answer.headers().firstValue("location").orElse(""));
    return Parameters.parse(granted.getRawQuery());
  }

  private Tokens tokens(URI endpoint, Map<String, String> grant)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = post(endpoint, grant);
    JsonNode body = JSON.readTree(answer.body());
    if (answer.statusCode() != 200) {
      throw new SignInRefused("The pool gave no tokens: " + body.path("error").asText() + ".");
    }
    return new Tokens(
        body.path("access_token").asText(),
        body.path("id_token").asText(),
        Duration.ofSeconds(body.path("expires_in").asLong()));
  }

  private HttpResponse<String> post(URI uri, Map<String, String> form)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri)
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(Parameters.encode(form))));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
  }
}
