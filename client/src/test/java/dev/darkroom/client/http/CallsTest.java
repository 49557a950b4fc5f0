package dev.darkroom.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.client.StubInstallation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallsTest {
  private final Calls calls = new Calls(new Backoff(Duration.ofMillis(1), Duration.ofMillis(5), 3));
  private StubInstallation stub;

  @BeforeEach
  void start() throws IOException {
    stub = StubInstallation.start();
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void whatPassesIsTriedAgain(int status) throws Exception {
    stub.next("GET", StubInstallation.status(status), StubInstallation.status(status));
    assertThat(settings().statusCode()).isEqualTo(200);
    assertThat(stub.requests()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 409, 412})
  void whatStaysIsNotTriedAgain(int status) throws Exception {
    stub.next("GET", StubInstallation.status(status));
    assertThat(settings().statusCode()).isEqualTo(status);
    assertThat(stub.requests()).hasSize(1);
  }

  @Test
  void aConnectionThatBreaksIsTriedAgain() throws Exception {
    stub.next("GET", StubInstallation.reset(0), StubInstallation.reset(0));
    assertThat(settings().statusCode()).isEqualTo(200);
  }

  @Test
  void theLastAnswerIsGivenWhenNoneIsBetter() throws Exception {
    stub.next(
        "GET",
        StubInstallation.status(503),
        StubInstallation.status(503),
        StubInstallation.status(500));
    assertThat(settings().statusCode()).isEqualTo(500);
  }

  @Test
  void aServerThatNeverAnswersIsNamed() {
    stub.close();
    assertThatThrownBy(this::settings)
        .isInstanceOf(Unreachable.class)
        .hasMessageContaining(stub.root().toString());
  }

  @Test
  void theServersWaitIsHonoured() throws Exception {
    stub.next("GET", StubInstallation.status(429, "retry-after", "1"));
    long start = System.nanoTime();
    assertThat(settings().statusCode()).isEqualTo(200);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(1_000_000_000L);
  }

  @Test
  void aLongWaitIsLeftToTheCaller() throws Exception {
    stub.next("GET", StubInstallation.status(429, "retry-after", "61"));
    HttpResponse<String> answer = settings();
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(RetryAfter.of(answer)).contains(Duration.ofSeconds(61));
  }

  @Test
  void pausesGrowToABoundAndAreNeverLonger() {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1), 9);
    for (int i = 0; i < 100; i++) {
      assertThat(backoff.pause(1)).isBetween(Duration.ZERO, Duration.ofMillis(100));
      assertThat(backoff.pause(1000)).isBetween(Duration.ZERO, Duration.ofSeconds(1));
    }
    assertThat(java.util.stream.Stream.generate(() -> backoff.pause(5)).limit(100).distinct())
        .as("full jitter")
        .hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://example.com", "ftp://localhost", "localhost:8400", "", "https:///api"})
  void aTokenGoesNoUnsafeWay(String address) {
    assertThatThrownBy(() -> WebAddress.of(address)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://a.example/api/", "http://127.0.0.1:8400/api", "http://localhost:1/api"})
  void anAddressLosesItsLastSlash(String address) {
    assertThat(WebAddress.of(address).toString()).endsWith("/api");
  }

  private HttpResponse<String> settings() throws IOException, InterruptedException {
    URI uri = URI.create(stub.api() + "/settings");
    return calls.send(() -> HttpRequest.newBuilder(uri).build());
  }
}
