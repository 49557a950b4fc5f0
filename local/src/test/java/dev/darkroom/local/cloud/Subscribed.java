package dev.darkroom.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.local.deploy.EmbeddedCloud;
import dev.darkroom.local.mail.Email;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Pattern;

/** Somebody who follows the link in the mail that asks whether they want to be told. */
final class Subscribed {
  private static final Pattern LINK = Pattern.compile("http://\\S+ConfirmSubscription\\S+");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Subscribed() {}

  static void follow(EmbeddedCloud cloud, String address) throws Exception {
    Email mail =
        cloud
            .inbox()
            .await(address, asks -> LINK.matcher(asks.body()).find(), PATIENCE)
            .orElseThrow();
    String link = LINK.matcher(mail.body()).results().findFirst().orElseThrow().group();
    HttpResponse<Void> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(link)).build(),
                HttpResponse.BodyHandlers.discarding());
    assertThat(answer.statusCode()).isEqualTo(200);
  }
}
