package dev.darkroom.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.local.cli.AccountClient;
import dev.darkroom.local.cli.ApiClient;
import dev.darkroom.local.cli.DemoUser;
import dev.darkroom.local.mail.Email;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Users have themselves told by e-mail, and no more. */
@ExtendWith(RunningCloud.class)
class NotificationsIT {
  private static final Pattern LINK = Pattern.compile("http://\\S+ConfirmSubscription\\S+");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningCloud running = RunningCloud.get();

  @Test
  void mailComesFromTheLinkThatConfirmsUntilNotificationsAreOff() throws Exception {
    DemoUser nora = DemoUser.in(running.cloud(), "nora", "uploader");
    String token = nora.signIn();
    AccountClient account = new AccountClient(running.apiUrl(), token);
    ApiClient api = new ApiClient(running.apiUrl(), token);
    assertThat(account.me().path("email").asText()).isEqualTo("nora@example.com");
    assertThat(account.me().path("notifications").asText()).isEqualTo("OFF");

    assertThat(account.turnNotifications(true).path("notifications").asText()).isEqualTo("PENDING");
    String early = processed(api);
    follow(confirmation(nora, 1));
    assertThat(account.me().path("notifications").asText()).isEqualTo("ON");

    String told = processed(api);
    assertThat(nora.mailAbout(told).subject()).contains("chelsea.png");

    assertThat(account.turnNotifications(false).path("notifications").asText()).isEqualTo("OFF");
    String late = processed(api);
    assertThat(mails(nora)).noneMatch(mail -> mail.body().contains(early));
    assertThat(mails(nora)).noneMatch(mail -> mail.body().contains(late));
  }

  @Test
  void theLinkIsMailedAgainToWhoAsksAgain() throws Exception {
    DemoUser olaf = DemoUser.in(running.cloud(), "olaf", "viewer");
    AccountClient account = new AccountClient(running.apiUrl(), olaf.signIn());
    account.turnNotifications(true);
    account.turnNotifications(false);
    assertThat(account.me().path("notifications").asText()).isEqualTo("OFF");

    assertThat(account.turnNotifications(true).path("notifications").asText()).isEqualTo("PENDING");

    follow(confirmation(olaf, 2));
    assertThat(account.me().path("notifications").asText()).isEqualTo("ON");
  }

  private String processed(ApiClient api) throws Exception {
    String jobId = api.upload(Pictures.CAT);
    Awaitility.await("notification of " + jobId)
        .atMost(PATIENCE)
        .until(() -> api.job(jobId).contains("\"step\":\"Notify\""));
    return jobId;
  }

  /** The mail that asks to confirm, the so-many-th. */
  private Email confirmation(DemoUser user, int number) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> mails(user).stream().filter(mail -> LINK.matcher(mail.body()).find()).toList(),
            found -> found.size() == number)
        .get(number - 1);
  }

  private List<Email> mails(DemoUser user) {
    return running.cloud().inbox().emails(user.user().email());
  }

  private static void follow(Email mail) throws Exception {
    String link = LINK.matcher(mail.body()).results().findFirst().orElseThrow().group();
    HttpResponse<Void> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(link)).build(),
                HttpResponse.BodyHandlers.discarding());
    assertThat(answer.statusCode()).isEqualTo(200);
  }
}
