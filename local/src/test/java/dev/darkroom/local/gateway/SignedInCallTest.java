package dev.darkroom.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.local.http.LoopbackServer;
import dev.darkroom.local.identity.PoolTokens;
import dev.darkroom.local.identity.SignIn;
import dev.darkroom.local.identity.Tokens;
import dev.darkroom.local.identity.User;
import dev.darkroom.local.identity.UserPool;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A user signs in at the pool and calls the API, over HTTP all the way. */
class SignedInCallTest {
  private static final URI CALLBACK = URI.create("http://127.0.0.1/callback");
  private static UserPool pool;
  private static LoopbackServer server;

  @BeforeAll
  static void start() throws Exception {
    pool = UserPool.start(0, "us-east-1_Darkroom1");
    pool.addClient("site", List.of(CALLBACK.toString()));
    pool.addClient("elsewhere", List.of(CALLBACK.toString()));
    pool.addUser(new User("sub-ada", "ada", "ada@example.com", List.of("admin", "staff")), "pw");
    HttpApi api =
        new HttpApi(
            "a1",
            "123456789012",
            (function, payload) -> payload,
            Optional.empty(),
            Optional.empty());
    JwtAuthorizer authorizer = new JwtAuthorizer(pool.issuer().toString(), List.of("site"));
    api.addRoute(new Route("GET", "/me", "api", Optional.of(authorizer)));
    api.addRoute(
        new Route("GET", "/scoped", "api", Optional.of(authorizer), List.of("openid", "root")));
    api.addRoute(new Route("GET", "/root", "api", Optional.of(authorizer), List.of("root")));
    server = LoopbackServer.start(0, api);
  }

  @AfterAll
  static void stop() {
    server.close();
    pool.close();
  }

  @Test
  void reachesTheFunctionWithItsClaims() throws Exception {
    HttpResponse<String> answer = get("/me", signIn("site").accessToken());
    JsonNode jwt = new ObjectMapper().readTree(answer.body()).at("/requestContext/authorizer/jwt");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(jwt.at("/claims/sub").asText()).isEqualTo("sub-ada");
    assertThat(jwt.at("/claims/username").asText()).isEqualTo("ada");
    assertThat(jwt.at("/claims/cognito:groups").asText()).isEqualTo("[admin staff]");
    assertThat(jwt.at("/claims/exp").isTextual()).isTrue();
    assertThat(jwt.get("scopes").isNull()).isTrue();
  }

  @Test
  void mayBearAnIdTokenWhereNoScopeIsAsked() throws Exception {
    assertThat(get("/me", signIn("site").idToken()).statusCode()).isEqualTo(200);
    assertThat(get("/scoped", signIn("site").idToken()).statusCode()).isEqualTo(403);
  }

  @Test
  void holdsOneOfTheRoutesScopesOrIsForbidden() throws Exception {
    String token = signIn("site").accessToken();
    HttpResponse<String> forbidden = get("/root", token);

    assertThat(get("/scoped", token).statusCode()).isEqualTo(200);
    assertThat(forbidden.statusCode()).isEqualTo(403);
    assertThat(forbidden.body()).isEqualTo("{\"message\":\"Forbidden\"}");
  }

  @Test
  void isRefusedWithATokenOfAnotherClient() throws Exception {
    HttpResponse<String> answer = get("/me", signIn("elsewhere").accessToken());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(answer.headers().firstValue("www-authenticate").orElseThrow())
        .contains("the token does not have a valid audience");
  }

  @Test
  void isRefusedWithAnExpiredOrForeignToken() throws Exception {
    assertThat(get("/me", PoolTokens.expired(pool, "site", "sub-ada")).statusCode()).isEqualTo(401);
    assertThat(get("/me", PoolTokens.foreign(pool, "site", "sub-ada")).statusCode()).isEqualTo(401);
  }

  private static Tokens signIn(String client) throws Exception {
    return SignIn.withPassword(pool.issuer(), client, CALLBACK, "ada", "pw");
  }

  private static HttpResponse<String> get(String path, String token) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(server.uri().resolve(path))
                .header("authorization", "Bearer " + token)
                .build(),
            BodyHandlers.ofString());
  }
}
