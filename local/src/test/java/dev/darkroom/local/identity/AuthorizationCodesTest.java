package dev.darkroom.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AuthorizationCodesTest {
  private static final User ADA = new User("sub-ada", "ada", "ada@example.com", List.of());
  private static final AuthorizationRequest REQUEST =
      new AuthorizationRequest(
          new AppClient("site", List.of()),
          "http://127.0.0.1/",
          List.of("openid"),
          Optional.empty(),
          Optional.empty(),
          "challenge");

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final AuthorizationCodes codes = new AuthorizationCodes(now::get);

  @Test
  void givesTheGrantOnce() {
    String code = codes.issue(REQUEST, ADA);

    assertThat(codes.redeem(code)).map(AuthorizationCodes.Grant::user).contains(ADA);
    assertThat(codes.redeem(code)).isEmpty();
  }

  @Test
  void forgetsACodeAfterFiveMinutes() {
    String early = codes.issue(REQUEST, ADA);
    String late = codes.issue(REQUEST, ADA);

    now.set(Instant.EPOCH.plus(Duration.ofMinutes(5)));
    assertThat(codes.redeem(early)).isPresent();
    now.set(Instant.EPOCH.plus(Duration.ofMinutes(5)).plusMillis(1));
    assertThat(codes.redeem(late)).isEmpty();
  }
}
