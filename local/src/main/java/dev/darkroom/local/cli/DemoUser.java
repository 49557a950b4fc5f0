package dev.darkroom.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.deploy.EmbeddedCloud;
import dev.darkroom.local.identity.SignIn;
import dev.darkroom.local.identity.User;
import dev.darkroom.local.mail.Email;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A user who can sign in; the uploader among them is told of outcomes by e-mail. */
public final class DemoUser {
  private static final Duration MAIL_PATIENCE = Duration.ofSeconds(20);
  private static final Pattern LINK = Pattern.compile("https?://\\S+ConfirmSubscription\\S+");
  private static final int PASSWORD_BYTES = 12;

  private final EmbeddedCloud cloud;
  private final User user;
  private final String password;

  private DemoUser(EmbeddedCloud cloud, User user, String password) {
    this.cloud = cloud;
    this.user = user;
    this.password = password;
  }

  /** Adds an uploader to the pool and has them told of their own outcomes. */
  public static DemoUser in(EmbeddedCloud cloud) throws IOException, InterruptedException {
    DemoUser uploader = in(cloud, "demo", "uploader");
    uploader.turnNotificationsOn();
    return uploader;
  }

  /** Adds a user of one group to the pool, by an address of the same name. */
  public static DemoUser in(EmbeddedCloud cloud, String userName, String group) {
    String email = userName + "@example.com";
    // The same in every run, so that kept records stay theirs.
    String sub = UUID.nameUUIDFromBytes(email.getBytes(UTF_8)).toString();
    DemoUser demo =
        new DemoUser(cloud, new User(sub, userName, email, List.of(group)), randomPassword());
    cloud.users().addUser(demo.user, demo.password);
    return demo;
  }

  /**
   * Signs in, by the code flow with PKCE.
   *
   * @return an access token
   */
  public String signIn() throws IOException, InterruptedException {
    return SignIn.withPassword(
            cloud.users().issuer(),
            cloud.outputs().get("ClientId"),
            dev.darkroom.client.signin.SignIn.REDIRECT,
            user.userName(),
            password)
        .accessToken();
  }

  public User user() {
    return user;
  }

  public String password() {
    return password;
  }

  /** Waits for the mail about a job. */
  public Email mailAbout(String jobId) throws InterruptedException {
    return await(mail -> mail.body().contains(jobId), "the e-mail about job " + jobId);
  }

  /**
   * Turns notifications on, and follows the link in the mail that asks to confirm. Where they are
   * on since an earlier run, no mail comes.
   *
   * @throws Refused when the API refuses it
   */
  public void turnNotificationsOn() throws IOException, InterruptedException {
    JsonNode me =
        new AccountClient(cloud.outputs().get("ApiUrl"), signIn()).turnNotifications(true);
    if (me.path("notificationState").asText().equals("ON")) {
      return;
    }
    Email confirmation =
        await(mail -> LINK.matcher(mail.body()).find(), "the mail that confirms the subscription");
    String link = LINK.matcher(confirmation.body()).results().findFirst().orElseThrow().group();
    follow(URI.create(link));
  }

  private static void follow(URI link) throws IOException, InterruptedException {
    int status =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.discarding())
            .statusCode();
    if (status != 200) {
      throw new IOException("The subscription's link answered " + status + ".");
    }
  }

  private Email await(Predicate<Email> wanted, String what) throws InterruptedException {
    return cloud
        .inbox()
        .await(user.email(), wanted, MAIL_PATIENCE)
        .orElseThrow(() -> new IllegalStateException("There came no mail: " + what + "."));
  }

  private static String randomPassword() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
