package dev.darkroom.api.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.api.http.Caller;
import dev.darkroom.core.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The issuer's userinfo endpoint, as its discovery document names it.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#UserInfo">OpenID Connect
 *     Core, UserInfo endpoint</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/userinfo-endpoint.html">The
 *     userInfo endpoint of Cognito</a>
 */
final class UserInfo {
  private static final ObjectMapper JSON = Json.mapper();
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration WHOLE_CALL = Duration.ofSeconds(4);
  private static final int LARGEST_ANSWER = 64 * 1024;
  private static final int OK = 200;

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER) // A token goes to nobody else.
          .build();

  private final URI discovery;
  private volatile URI endpoint;

  UserInfo(String issuer) {
    this.discovery = URI.create(issuer + "/.well-known/openid-configuration");
  }

  /**
   * Who the bearer of the caller's token is; empty when the token does not open this endpoint.
   *
   * @throws IOException when the issuer does not answer, or answers something else
   */
  Optional<Answer> of(Caller caller) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint()).header("authorization", "Bearer " + caller.token());
    HttpResponse<byte[]> response = send(request);
    if (response.statusCode() == 401 || response.statusCode() == 403) {
      return Optional.empty();
    }
    JsonNode told = json(response);
    if (!told.path("sub").asText().equals(caller.sub())) {
      throw new IOException(endpoint + " told of somebody else.");
    }
    String email = told.path("email").asText("").strip().toLowerCase(Locale.ROOT);
    // Cognito answers the flag as a text.
    boolean verified = told.path("email_verified").asText().equals("true");
    return Optional.of(new Answer(email.isEmpty() ? null : email, verified));
  }

  private URI endpoint() throws IOException {
    if (endpoint == null) {
      String found =
          json(send(HttpRequest.newBuilder(discovery))).path("userinfo_endpoint").asText();
      if (!found.startsWith("http")) {
        throw new IOException(discovery + " names no userinfo_endpoint.");
      }
      endpoint = URI.create(found);
    }
    return endpoint;
  }

  /** The timeout is one for connection, headers and body; a request's own ends at the headers. */
  private HttpResponse<byte[]> send(HttpRequest.Builder builder) throws IOException {
    HttpRequest request = builder.timeout(WHOLE_CALL).header("accept", "application/json").build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, head -> new LimitedBody(LARGEST_ANSWER));
    try {
      return answer.get(WHOLE_CALL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException(request.uri() + " does not answer.", e.getCause());
    } catch (TimeoutException e) {
      throw new IOException(request.uri() + " does not answer in time.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for " + request.uri() + ".", e);
    } finally {
      answer.cancel(true);
    }
  }

  private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    if (response.statusCode() != OK) {
      throw new IOException(response.uri() + " answered " + response.statusCode() + ".");
    }
    return JSON.readTree(response.body());
  }

  /**
   * What the endpoint tells.
   *
   * @param email in lower case, or null
   * @param verified whether the issuer found it to be the user's
   */
  record Answer(String email, boolean verified) {
    boolean isVerified() {
      return verified && email != null;
    }
  }
}
