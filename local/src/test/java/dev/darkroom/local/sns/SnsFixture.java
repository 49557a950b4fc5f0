package dev.darkroom.local.sns;

import dev.darkroom.local.http.LoopbackServer;
import dev.darkroom.local.journal.Outbox;
import dev.darkroom.local.mail.Email;
import dev.darkroom.local.mail.Inbox;
import dev.darkroom.local.mail.Mailer;
import dev.darkroom.local.sqs.Queues;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** SNS and SQS behind their protocols, with an inbox and real clients. */
final class SnsFixture implements AutoCloseable {
  static final String ACCOUNT = "000000000000";
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Pattern LINK = Pattern.compile("http://127[^\\s\"]+");

  /** How far the service's clock is ahead. */
  volatile Duration ahead = Duration.ZERO;

  final Inbox inbox = Inbox.start();
  final Queues queues =
      new Queues("eu-west-1", ACCOUNT, Clock.systemUTC(), () -> queueServer().uri());
  final Sns service =
      new Sns(
          "eu-west-1",
          ACCOUNT,
          new Mailer("127.0.0.1", inbox.smtpPort(), "no-reply@sns.localhost"),
          queues,
          () -> server().uri(),
          () -> Instant.now().plus(ahead),
          Outbox.NONE,
          Outbox.NONE);
  final LoopbackServer server = LoopbackServer.start(0, service.endpoint());
  final LoopbackServer queueServer = LoopbackServer.start(0, queues.endpoint());
  final SnsClient sns =
      SnsClient.builder()
          .endpointOverride(server.uri())
          .region(Region.EU_WEST_1)
          .credentialsProvider(credentials())
          .httpClient(UrlConnectionHttpClient.create())
          .build();
  final SqsClient sqs =
      SqsClient.builder()
          .endpointOverride(queueServer.uri())
          .region(Region.EU_WEST_1)
          .credentialsProvider(credentials())
          .httpClient(UrlConnectionHttpClient.create())
          .build();
  private final HttpClient browser = HttpClient.newHttpClient();

  SnsFixture() throws IOException {}

  private LoopbackServer server() {
    return server;
  }

  private LoopbackServer queueServer() {
    return queueServer;
  }

  Email mail(String to, String subject) throws InterruptedException {
    return inbox.await(to, email -> email.subject().equals(subject), PATIENCE).orElseThrow();
  }

  /** Follows the first link in a mail, as a person in a browser does. */
  HttpResponse<String> follow(Email email) throws Exception {
    Matcher link = LINK.matcher(email.body());
    if (!link.find()) {
      throw new AssertionError("No link in: " + email.body());
    }
    return get(link.group(), "text/html");
  }

  HttpResponse<String> get(String uri, String accept) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(uri)).header("accept", accept).build();
    return browser.send(request, HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> post(String form) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri())
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return browser.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    service.close();
    sns.close();
    sqs.close();
    server.close();
    queueServer.close();
    inbox.close();
  }

  private static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
  }
}
