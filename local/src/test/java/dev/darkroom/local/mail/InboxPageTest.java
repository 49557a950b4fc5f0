package dev.darkroom.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.local.http.LoopbackServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxPageTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private Inbox inbox;
  private LoopbackServer server;
  private Mailer mailer;

  @BeforeEach
  void start() throws Exception {
    inbox = Inbox.start();
    server = LoopbackServer.start(0, new InboxPage(inbox));
    mailer = new Mailer("127.0.0.1", inbox.smtpPort(), "no-reply@sns.localhost");
  }

  @AfterEach
  void stop() {
    server.close();
    inbox.close();
  }

  @Test
  void encodesWhateverAMailHolds() throws Exception {
    mailer.send(
        "S", "ann@example.com", "<script>alert(1)</script>", "<img src=x onerror=\"a()\"> & é");

    String page = get("/").body();

    assertThat(page)
        .doesNotContain("<script")
        .doesNotContain("<img")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("&lt;img src=x onerror=&quot;a()&quot;&gt; &amp; é");
  }

  @Test
  void makesLinksOfTheAddressesInAMail() throws Exception {
    mailer.send("S", "ann@example.com", "s", "Visit http://127.0.0.1:1/?Action=A&Token=b now");

    assertThat(get("/").body())
        .contains(
            "Visit <a rel=\"noopener noreferrer\" href=\"http://127.0.0.1:1/?Action=A&amp;Token=b\">");
  }

  @Test
  void answersTheMailsOfOneRecipientAsJson() throws Exception {
    mailer.send("S", "ann+x@example.com", "one", "text é");
    mailer.send("S", "bob@example.com", "two", "text");

    JsonNode mails = new ObjectMapper().readTree(get("/emails.json?to=ann%2Bx@example.com").body());

    assertThat(mails).hasSize(1);
    assertThat(mails.get(0).path("subject").asText()).isEqualTo("one");
    assertThat(mails.get(0).path("body").asText()).startsWith("text é");
  }

  @Test
  void canOnlyBeRead() throws Exception {
    HttpRequest post =
        HttpRequest.newBuilder(server.uri()).POST(HttpRequest.BodyPublishers.noBody()).build();

    assertThat(http.send(post, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    assertThat(get("/favicon.ico").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create(server.uri() + path);
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
