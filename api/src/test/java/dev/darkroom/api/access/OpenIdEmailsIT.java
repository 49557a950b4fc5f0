package dev.darkroom.api.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.IssuerUnavailable;
import dev.darkroom.core.ProfileStore;
import dev.darkroom.core.dynamo.DynamoProfileStore;
import dev.darkroom.core.dynamo.LocalTable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenIdEmailsIT {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final Caller ADA = new Caller("ada", Set.of(), "ada's token");

  @RegisterExtension private final LocalTable table = new LocalTable();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private HttpServer issuer;
  private ProfileStore profiles;
  private int status = 200;
  private byte[] answer = told("\"Ada@Example.com\"", "\"true\"");

  @BeforeEach
  void start() throws IOException {
    profiles = new DynamoProfileStore(table.client(), table.name());
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer.createContext(
        "/pool/.well-known/openid-configuration",
        exchange ->
            answer(
                exchange,
                200,
                ("{\"userinfo_endpoint\": \"http://" + host() + "/oauth2/userInfo\"}")
                    .getBytes(UTF_8)));
    issuer.createContext("/oauth2/userInfo", exchange -> answer(exchange, status, answer));
    issuer.start();
  }

  @AfterEach
  void stop() {
    issuer.stop(0);
  }

  @Test
  void asksWithTheCallersOwnTokenAndKeepsTheAnswer() {
    OpenIdEmails emails = emails(NOW);

    assertThat(emails.verified(ADA)).contains("ada@example.com");
    assertThat(emails.verified(ADA)).contains("ada@example.com");
    assertThat(emails(NOW.plus(Duration.ofMinutes(14))).verified(ADA)).isPresent();

    assertThat(calls)
        .containsExactly(
            "/pool/.well-known/openid-configuration null", "/oauth2/userInfo Bearer ada's token");
    assertThat(profiles.find("ada").verifiedEmail()).contains("ada@example.com");
  }

  @Test
  void anAddressThatChangedCountsAfterAQuarterOfAnHour() {
    emails(NOW).verified(ADA);
    answer = told("\"new@example.com\"", "\"true\"");

    assertThat(emails(NOW.plus(Duration.ofMinutes(15))).verified(ADA)).contains("new@example.com");
  }

  @Test
  void anAddressThatIsVerifiedMeanwhileCountsAfterAMinute() {
    answer = told("\"ada@example.com\"", "\"false\"");
    assertThat(emails(NOW).verified(ADA)).isEmpty();
    answer = told("\"ada@example.com\"", "\"true\"");

    assertThat(emails(NOW.plusSeconds(59)).verified(ADA)).isEmpty();
    assertThat(emails(NOW.plusSeconds(60)).verified(ADA)).contains("ada@example.com");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"ada@example.com\" | \"false\"",
        "\"ada@example.com\" | false",
        "\"ada@example.com\" | null",
        "\"ada@example.com\" | 1",
        "null | true",
        "\"\" | true"
      })
  void anAddressThatIsNotVerifiedIsNone(String email, String verified) {
    answer = told(email, verified);

    assertThat(emails(NOW).verified(ADA)).isEmpty();
    assertThat(profiles.find("ada").emailCheckedAt()).isEqualTo(NOW);
  }

  @Test
  void anIssuerThatAnswersTheFlagAsOpenIdConnectSaysIsUnderstood() {
    answer = told("\"ada@example.com\"", "true");

    assertThat(emails(NOW).verified(ADA)).contains("ada@example.com");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aTokenThatDoesNotTellTheAddressChangesNothingOfWhatIsKnown(int refused) {
    emails(NOW).verified(ADA);
    status = refused;

    assertThat(emails(NOW.plus(Duration.ofMinutes(15))).verified(ADA)).isEmpty();
    assertThat(profiles.find("ada").verifiedEmail()).contains("ada@example.com");
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 404, 429, 500, 503})
  void anIssuerThatDoesNotTellIsNamed(int broken) {
    status = broken;

    assertThatThrownBy(() -> emails(NOW).verified(ADA)).isInstanceOf(IssuerUnavailable.class);
    assertThat(profiles.find("ada").emailCheckedAt()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "no json", "{}", "{\"sub\": \"eve\", \"email\": \"e@e.org\"}"})
  void anAnswerThatIsNotOfTheCallerIsNone(String other) {
    answer = other.getBytes(UTF_8);

    assertThatThrownBy(() -> emails(NOW).verified(ADA)).isInstanceOf(IssuerUnavailable.class);
  }

  @Test
  void anAnswerWithoutEndIsNotReadToItsEnd() {
    answer = new byte[10_000_000];

    assertThatThrownBy(() -> emails(NOW).verified(ADA)).isInstanceOf(IssuerUnavailable.class);
  }

  @Test
  void anIssuerThatIsOutOfReachIsNamed() {
    OpenIdEmails emails = emails(NOW);
    issuer.stop(0);
    assertThatThrownBy(() -> emails.verified(ADA)).isInstanceOf(IssuerUnavailable.class);
  }

  private OpenIdEmails emails(Instant now) {
    return new OpenIdEmails(
        "http://" + host() + "/pool", profiles, Clock.fixed(now, ZoneOffset.UTC));
  }

  private String host() {
    return "127.0.0.1:" + issuer.getAddress().getPort();
  }

  private void answer(HttpExchange exchange, int code, byte[] body) throws IOException {
    calls.add(
        exchange.getRequestURI().getPath()
            + " "
            + exchange.getRequestHeaders().getFirst("authorization"));
    exchange.getResponseHeaders().add("location", "http://" + host() + "/elsewhere");
    exchange.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    } catch (IOException e) {
      // The reader has had enough.
    }
  }

  private static byte[] told(String email, String verified) {
    return "{\"sub\": \"ada\", \"username\": \"ada\", \"email\": %s, \"email_verified\": %s}"
        .formatted(email, verified)
        .getBytes(UTF_8);
  }
}
