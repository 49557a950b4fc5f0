package dev.darkroom.client.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.client.StubInstallation;
import dev.darkroom.client.http.Backoff;
import dev.darkroom.client.http.Calls;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiTest {
  private final Calls calls = new Calls(new Backoff(Duration.ofMillis(1), Duration.ofMillis(5), 2));
  private StubInstallation stub;

  @BeforeEach
  void start() throws IOException {
    stub = StubInstallation.start();
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void aTokenThatEndsInTheMiddleIsReplacedAndTheCallMadeAgain() throws Exception {
    assertThat(api("stale", "good").announce(files(), Optional.empty(), Optional.empty()))
        .hasSize(1);
    assertThat(stub.count("POST")).isEqualTo(2);
  }

  @Test
  void aNewTokenThatIsNotTakenEitherIsTheEnd() {
    assertThatThrownBy(() -> api("stale", "stale too").albums())
        .isInstanceOf(Refused.class)
        .hasMessage("Unauthorized");
    assertThat(stub.requests()).hasSize(2);
  }

  @Test
  void aRefusalCarriesTheProblem() {
    assertThatThrownBy(() -> api("good").job("nowhere"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(404);
              assertThat(refused).hasMessage("You have no such job.");
            });
  }

  @Test
  void anAnswerThatIsNoJsonIsToldAsItIs() {
    stub.next("GET", exchange -> StubInstallation.respond(exchange, 403, "<html>No</html>"));
    assertThatThrownBy(() -> api("good").job("any")).hasMessage("<html>No</html>");
  }

  @Test
  void whatIsNoInstallationIsSaidSo() {
    stub.next("GET", StubInstallation.status(404));
    assertThatThrownBy(() -> Api.installation(stub.api(), calls))
        .hasMessageContaining("no Darkroom API at " + stub.api());
  }

  private Api api(String... tokens) {
    Deque<String> left = new ArrayDeque<>(List.of(tokens));
    AccessTokens inTurn =
        new AccessTokens() {
          @Override
          public String current() {
            return left.peek();
          }

          @Override
          public String insteadOf(String refused) {
            assertThat(left.poll()).isEqualTo(refused);
            return left.peek();
          }
        };
    return new Api(stub.api(), inTurn, calls);
  }

  private static List<NewUpload> files() {
    return List.of(
        new NewUpload("a.jpg", "image/jpeg", 3, "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="));
  }
}
