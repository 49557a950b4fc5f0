package dev.darkroom.client.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.client.StubInstallation;
import dev.darkroom.client.http.Backoff;
import dev.darkroom.client.http.Calls;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signs in at an issuer of the stub's, with a browser that does what a test tells it. */
class SessionTest {
  private final Calls calls = new Calls(new Backoff(Duration.ofMillis(1), Duration.ofMillis(5), 2));
  private final List<String> told = new ArrayList<>();
  private final List<Map<String, String>> asked = new ArrayList<>();
  private final List<Map<String, String>> grants = new ArrayList<>();

  @TempDir private Path folder;
  private StubInstallation stub;
  private URI redirect;

  @BeforeEach
  void start() throws IOException {
    stub = StubInstallation.start();
    try (ServerSocket free = new ServerSocket(0)) {
      redirect = URI.create("http://localhost:" + free.getLocalPort() + "/signed-in");
    }
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void aSignInIsByCodeAndPkce() throws Exception {
    issues("one", 3600, null);
    assertThat(session(this::comesBack).current()).isEqualTo("one");
    Map<String, String> page = asked.get(0);
    assertThat(page)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", "client")
        .containsEntry("redirect_uri", redirect.toString())
        .containsEntry("code_challenge_method", "S256");
    assertThat(grants.get(0))
        .containsEntry("grant_type", "authorization_code")
        .containsEntry("code", "the code")
        .containsEntry("redirect_uri", redirect.toString())
        .doesNotContainKey("client_secret");
    assertThat(new Pkce(grants.get(0).get("code_verifier")).challenge())
        .isEqualTo(page.get("code_challenge"));
    assertThat(told.get(0)).contains(stub.root() + "/authorize?");
  }

  @Test
  void theNextRunNeedsNoBrowser() throws Exception {
    issues("one", 3600, null);
    session(this::comesBack).current();
    assertThat(session(page -> fail()).current()).isEqualTo("one");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tokens())))
        .isEqualTo("rw-------");
  }

  @Test
  void aTokenThatIsAboutToEndIsNotUsed() throws Exception {
    issues("one", 59, null);
    session(this::comesBack).current();
    issues("two", 3600, null);
    assertThat(session(this::comesBack).current()).isEqualTo("two");
  }

  @Test
  void aRefreshTokenSavesTheBrowserAndStaysWhenNoOtherComes() throws Exception {
    issues("one", 1, "refresh");
    session(this::comesBack).current();
    issues("two", 1, null);
    assertThat(session(page -> fail()).current()).isEqualTo("two");
    issues("three", 3600, null);
    assertThat(session(page -> fail()).current()).isEqualTo("three");
    assertThat(grants.get(2))
        .containsEntry("grant_type", "refresh_token")
        .containsEntry("refresh_token", "refresh")
        .containsEntry("client_id", "client");
  }

  @Test
  void aRefreshTokenThatIsOverLeadsToTheBrowser() throws Exception {
    issues("one", 1, "refresh");
    session(this::comesBack).current();
    discovers();
    stub.next(
        "POST /token",
        exchange -> StubInstallation.respond(exchange, 400, "{\"error\": \"invalid_grant\"}"));
    grants("two", 3600, null);
    assertThat(session(this::comesBack).current()).isEqualTo("two");
  }

  @Test
  void aTokenThatIsNotTakenAnyMoreIsReplacedOnce() throws Exception {
    issues("one", 3600, null);
    Session session = session(this::comesBack);
    session.current();
    issues("two", 3600, null);
    assertThat(session.insteadOf("one")).isEqualTo("two");
    assertThat(session.insteadOf("one")).as("another thread was refused too").isEqualTo("two");
    assertThat(grants).hasSize(2);
  }

  @Test
  void anAnswerToAnotherSignInIsPassedOver() throws Exception {
    issues("one", 3600, null);
    Browser confused =
        page -> {
          get(redirect + "?code=evil&state=other", 400);
          get(redirect + "?code=evil", 400);
          get(redirect.resolve("/favicon.ico").toString(), 404);
          return comesBack(page);
        };
    assertThat(session(confused).current()).isEqualTo("one");
    assertThat(grants.get(0)).containsEntry("code", "the code");
  }

  @Test
  void aRefusalOfTheIssuerIsTold() throws Exception {
    discovers();
    Browser refusing =
        page -> {
          String state = Form.decode(page.getRawQuery()).get("state");
          get(redirect + "?error=access_denied&error_description=Not+you&state=" + state, 200);
          return true;
        };
    Session session = session(refusing);
    assertThatThrownBy(session::current)
        .isInstanceOf(SignInRefused.class)
        .hasMessageContaining("Not you");
    assertThatThrownBy(session::current)
        .as("nobody is asked twice")
        .isInstanceOf(SignInRefused.class);
    assertThat(stub.requests()).hasSize(1);
  }

  @Test
  void thePersonHasALimitedTime() throws Exception {
    discovers();
    assertThatThrownBy(session(page -> false)::current)
        .isInstanceOf(SignInRefused.class)
        .hasMessageContaining("Nobody signed in");
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    discovers();
    try (ServerSocket other =
        new ServerSocket(redirect.getPort(), 1, java.net.InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(session(page -> fail())::current)
          .isInstanceOf(SignInRefused.class)
          .hasMessageContaining("" + other.getLocalPort());
    }
  }

  @Test
  void aDocumentOfAnotherIssuerIsNotTrusted() {
    stub.next(
        "GET /.well-known/openid-configuration",
        exchange -> StubInstallation.respond(exchange, 200, document("https://evil.example")));
    assertThatThrownBy(session(page -> fail())::current).isInstanceOf(SignInRefused.class);
  }

  @Test
  void theChallengeIsThatOfTheRfc() {
    assertThat(new Pkce("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").challenge())
        .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    assertThat(Pkce.create().verifier()).hasSize(43).isNotEqualTo(Pkce.create().verifier());
  }

  @Test
  void aFileThatCannotBeUnderstoodKeepsNothing() throws Exception {
    Files.writeString(tokens(), "{\"no\": ");
    issues("one", 3600, null);
    assertThat(session(this::comesBack).current()).isEqualTo("one");
  }

  @Test
  void aProgramThatIsNotThereOpensNothing() throws InterruptedException {
    assertThat(Browser.command("/nowhere/browser").open(redirect)).isFalse();
    assertThat(Browser.command("true").open(redirect)).isTrue();
    assertThat(Browser.command("false").open(redirect)).isFalse();
  }

  private Session session(Browser browser) {
    SignIn signIn = new SignIn(redirect, Duration.ofSeconds(3), browser, told::add);
    return new Session(
        stub.root().toString(),
        "client",
        new TokenFile(tokens()),
        signIn,
        calls,
        Clock.systemUTC());
  }

  private Path tokens() {
    return folder.resolve("tokens.json");
  }

  /** What a browser does after the user gave the right password. */
  private boolean comesBack(URI page) throws InterruptedException {
    Map<String, String> query = Form.decode(page.getRawQuery());
    asked.add(query);
    get(redirect + "?code=the+code&state=" + query.get("state"), 200);
    return true;
  }

  private static boolean fail() {
    throw new AssertionError("No browser is needed.");
  }

  private static void get(String uri, int status) throws InterruptedException {
    try {
      var answer =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(status);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void issues(String token, int seconds, String refreshToken) {
    discovers();
    grants(token, seconds, refreshToken);
  }

  private void discovers() {
    stub.next(
        "GET /.well-known/openid-configuration",
        exchange -> StubInstallation.respond(exchange, 200, document(stub.root().toString())));
  }

  private String document(String issuer) {
    return """
        {"issuer": "%s", "authorization_endpoint": "%s/authorize", "token_endpoint": "%s/token"}
        """
        .formatted(issuer, stub.root(), stub.root());
  }

  private void grants(String token, int seconds, String refreshToken) {
    String refresh = refreshToken == null ? "" : "\"refresh_token\": \"" + refreshToken + "\",";
    stub.next(
        "POST /token",
        exchange -> {
          grants.add(Form.decode(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
          StubInstallation.respond(
              exchange,
              200,
              "{\"access_token\": \"%s\", %s \"expires_in\": %d, \"token_type\": \"Bearer\"}"
                  .formatted(token, refresh, seconds));
        });
  }
}
