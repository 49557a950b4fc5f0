package dev.darkroom.local.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.local.http.LoopbackServer;
import dev.darkroom.local.http.Reply;
import dev.darkroom.local.http.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands in for an Amazon Cognito user pool: an OpenID Connect issuer on the loopback address with
 * a login page, the authorization code flow with PKCE, and tokens with Cognito's claims.
 *
 * <p>Users, passwords and the signing key live in memory and end with the pool. Sign-up, refresh
 * tokens, client secrets and single sign-on sessions are not supported. Safe for many threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-userpools-server-contract-reference.html">User
 *     pool endpoints</a>
 */
public final class UserPool implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String USER_INFO = "/oauth2/userInfo";

  private final Map<String, AppClient> clients = new ConcurrentHashMap<>();
  private final Directory directory = new Directory();
  private final LoopbackServer server;
  private final URI issuer;
  private final TokenSigner signer;
  private final LoginEndpoint login;
  private final TokenEndpoint tokens;
  private final UserInfoEndpoint userInfo;

  private UserPool(int port, String poolId, InstantSource clock) throws IOException {
    AuthorizationCodes codes = new AuthorizationCodes(clock);
    login = new LoginEndpoint(id -> Optional.ofNullable(clients.get(id)), directory, codes);
    server = LoopbackServer.start(port, this::answer);
    issuer = server.uri().resolve("/" + poolId);
    signer = new TokenSigner(issuer, clock);
    tokens = new TokenEndpoint(codes, signer);
    userInfo = new UserInfoEndpoint(directory, signer);
  }

  /**
   * Starts a pool without users or clients.
   *
   * @param port the port, or 0 for any that is free
   * @param poolId the pool's id, as {@code us-east-1_Ab1Cd2Ef3}
   * @throws IOException when the port is taken
   */
  public static UserPool start(int port, String poolId) throws IOException {
    if (!poolId.matches("[\\w-]+_[0-9a-zA-Z]+")) {
      throw new IllegalArgumentException(poolId + " is not the id of a user pool.");
    }
    return new UserPool(port, poolId, InstantSource.system());
  }

  /** The issuer: what {@code !GetAtt UserPool.ProviderURL} resolves to. */
  public URI issuer() {
    return issuer;
  }

  /** The public keys. */
  public URI jwks() {
    return URI.create(issuer + "/.well-known/jwks.json");
  }

  /** Where a browser begins to sign in. */
  public URI authorizeEndpoint() {
    return server.uri().resolve("/oauth2/authorize");
  }

  /** Where a client takes tokens for its code. */
  public URI tokenEndpoint() {
    return server.uri().resolve("/oauth2/token");
  }

  /** Where the bearer of an access token is told who they are. */
  public URI userInfoEndpoint() {
    return server.uri().resolve(USER_INFO);
  }

  /** Adds a user, or replaces the one with the same user name. */
  public void addUser(User user, String password) {
    directory.add(user, password);
  }

  /** Adds a client whose access tokens live 60 minutes. */
  public void addClient(String clientId, List<String> callbackUrls) {
    addClient(new AppClient(clientId, callbackUrls));
  }

  /** Adds a client, or replaces the one with the same id. */
  public void addClient(AppClient client) {
    clients.put(client.id(), client);
  }

  @Override
  public void close() {
    server.close();
  }

  TokenSigner signer() {
    return signer;
  }

  private Reply answer(Request request) throws JsonProcessingException {
    String route = request.method() + " " + request.uri().getPath();
    String base = "GET " + issuer.getPath() + "/.well-known/";
    if (route.equals(base + "openid-configuration")) {
      return json(200, discovery());
    }
    if (route.equals(base + "jwks.json")) {
      return json(200, signer.jwks());
    }
    if (route.equals("POST /oauth2/token")) {
      return token(request);
    }
    if (route.equals("GET " + USER_INFO) || route.equals("POST " + USER_INFO)) {
      return userInfo(request);
    }
    try {
      return switch (route) {
        case "GET /oauth2/authorize" -> login.authorize(request);
        case "GET /login" -> login.form(request);
        case "POST /login" -> login.signIn(request, server.uri());
        case "GET /logout" -> login.logout(request);
        default -> LoginPage.error(404, "There is no such page.");
      };
    } catch (OAuthError e) {
      return LoginPage.error(400, e.getMessage());
    }
  }

  private Reply token(Request request) throws JsonProcessingException {
    try {
      return json(200, JSON.writeValueAsString(tokens.exchange(request)));
    } catch (OAuthError e) {
      Map<String, String> error = Map.of("error", e.code(), "error_description", e.getMessage());
      return json(400, JSON.writeValueAsString(error));
    }
  }

  private Reply userInfo(Request request) throws JsonProcessingException {
    try {
      return json(200, JSON.writeValueAsString(userInfo.tell(request)));
    } catch (OAuthError e) {
      int status = e.code().equals("invalid_token") ? 401 : 400;
      String challenge =
          "error=\"%s\", error_description=\"%s\"".formatted(e.code(), e.getMessage());
      return new Reply(status, Map.of("www-authenticate", challenge), new byte[0]);
    }
  }

  private String discovery() throws JsonProcessingException {
    return JSON.writeValueAsString(
        Map.ofEntries(
            Map.entry("issuer", issuer.toString()),
            Map.entry("jwks_uri", jwks().toString()),
            Map.entry("authorization_endpoint", authorizeEndpoint().toString()),
            Map.entry("token_endpoint", tokenEndpoint().toString()),
            Map.entry("userinfo_endpoint", userInfoEndpoint().toString()),
            Map.entry("end_session_endpoint", server.uri().resolve("/logout").toString()),
            Map.entry("response_types_supported", List.of("code")),
            Map.entry("grant_types_supported", List.of("authorization_code")),
            Map.entry("code_challenge_methods_supported", List.of("S256")),
            Map.entry("token_endpoint_auth_methods_supported", List.of("none")),
            Map.entry("subject_types_supported", List.of("public")),
            Map.entry("id_token_signing_alg_values_supported", List.of("RS256")),
            Map.entry("scopes_supported", List.of("openid", "email", "phone", "profile"))));
  }

  private static Reply json(int status, String body) {
    return new Reply(
        status,
        Map.of(
            "content-type", "application/json",
            "cache-control", "no-store",
            // A page on the site's origin fetches these; they answer to no cookie.
            "access-control-allow-origin", "*"),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
