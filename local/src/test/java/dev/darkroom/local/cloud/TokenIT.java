package dev.darkroom.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.local.identity.PoolTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Without a good token, nobody reaches the function. */
@ExtendWith(RunningCloud.class)
class TokenIT {
  private final RunningCloud running = RunningCloud.get();
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void aMissingTokenIsRefused() throws Exception {
    assertThat(status(null)).isEqualTo(401);
  }

  @Test
  void anExpiredTokenIsRefused() throws Exception {
    assertThat(status(PoolTokens.expired(running.cloud().users(), clientId(), sub())))
        .isEqualTo(401);
  }

  @Test
  void aTokenOfAForeignIssuerIsRefused() throws Exception {
    assertThat(status(PoolTokens.foreign(running.cloud().users(), clientId(), sub())))
        .isEqualTo(401);
  }

  @Test
  void aGarbledTokenIsRefused() throws Exception {
    assertThat(status(running.user().signIn() + "x")).isEqualTo(401);
    assertThat(status("garbled")).isEqualTo(401);
  }

  @Test
  void aGoodTokenIsTaken() throws Exception {
    assertThat(status(running.user().signIn())).isEqualTo(404);
  }

  private int status(String token) throws IOException, InterruptedException {
    HttpRequest.Builder get =
        HttpRequest.newBuilder(URI.create(running.apiUrl() + "/jobs/01J0000000000000000000000A"));
    if (token != null) {
      get.header("authorization", "Bearer " + token);
    }
    return http.send(get.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private String clientId() {
    return running.cloud().outputs().get("ClientId");
  }

  private String sub() {
    return running.user().user().sub();
  }
}
