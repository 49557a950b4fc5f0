package dev.darkroom.local.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboxTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Inbox inbox = Inbox.start(0, 3);
  private final Mailer mailer = new Mailer("127.0.0.1", inbox.smtpPort(), "no-reply@sns.localhost");

  @AfterEach
  void stop() {
    inbox.close();
  }

  @Test
  void decodesEveryLetterOfAMail() throws MessagingException {
    mailer.send(
        "Fotoğraf Ω", "ann@example.com", "Grüße, 東京 📷", "Prêt.\n.dot at the start\nお元気ですか");

    assertThat(inbox.emails("Ann@Example.com"))
        .singleElement()
        .satisfies(
            email -> {
              assertThat(email.from()).isEqualTo("Fotoğraf Ω <no-reply@sns.localhost>");
              assertThat(email.to()).isEqualTo("ann@example.com");
              assertThat(email.subject()).isEqualTo("Grüße, 東京 📷");
              assertThat(email.body()).isEqualTo("Prêt.\n.dot at the start\nお元気ですか");
            });
  }

  @Test
  void keepsTheMailsOfEachRecipientInOrder() throws MessagingException {
    mailer.send("S", "ann@example.com", "1", "first");
    mailer.send("S", "bob@example.com", "2", "other");
    mailer.send("S", "ann@example.com", "3", "second");

    assertThat(inbox.emails("ann@example.com"))
        .extracting(Email::subject)
        .containsExactly("1", "3");
  }

  @Test
  void dropsTheOldestWhenFull() throws MessagingException {
    for (int i = 1; i <= 5; i++) {
      mailer.send("S", "ann@example.com", "mail " + i, "text");
    }

    assertThat(inbox.emails())
        .extracting(Email::subject)
        .containsExactly("mail 3", "mail 4", "mail 5");
  }

  @Test
  void waitsForAMailThatIsNotHereYet() throws Exception {
    CompletableFuture<Email> wanted =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return inbox
                    .await("ann@example.com", email -> email.subject().equals("b"), PATIENCE)
                    .orElseThrow();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            },
            work -> new Thread(work).start());
    mailer.send("S", "ann@example.com", "a", "not this one");
    mailer.send("S", "ann@example.com", "b", "this one");

    assertThat(wanted.get(10, TimeUnit.SECONDS).body()).startsWith("this one");
  }

  @Test
  void stopsWaitingWhenTheTimeIsUp() throws InterruptedException {
    assertThat(inbox.await("ann@example.com", email -> true, Duration.ofMillis(5))).isEmpty();
  }

  @Test
  void prefersThePlainTextOfAMultipartMail() throws MessagingException {
    MimeBodyPart html = new MimeBodyPart();
    html.setContent("<b>rich</b>", "text/html; charset=utf-8");
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText("plain", "utf-8");
    MimeMessage mail = message();
    mail.setContent(new MimeMultipart("alternative", html, plain));
    Transport.send(mail);

    assertThat(inbox.emails("ann@example.com"))
        .singleElement()
        .extracting(Email::body)
        .isEqualTo("plain");
  }

  @Test
  void keepsAMailInAnUnknownCharset() throws MessagingException {
    MimeMessage mail = message();
    mail.setText("readable", "us-ascii");
    mail.saveChanges();
    mail.setHeader("Content-Type", "text/plain; charset=x-no-such-charset");
    Transport.send(mail, mail.getAllRecipients());

    assertThat(inbox.emails("ann@example.com")).hasSize(1);
  }

  @Test
  void refusesASubjectThatAddsHeaderLines() {
    assertThatThrownBy(
            () -> mailer.send("S", "ann@example.com", "hello\r\nBcc: eve@example.com", "text"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(inbox.emails()).isEmpty();
  }

  private MimeMessage message() throws MessagingException {
    Properties settings = new Properties();
    settings.setProperty("mail.smtp.host", "127.0.0.1");
    settings.setProperty("mail.smtp.port", Integer.toString(inbox.smtpPort()));
    MimeMessage mail = new MimeMessage(Session.getInstance(settings));
    mail.setFrom(new InternetAddress("no-reply@sns.localhost"));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress("ann@example.com"));
    return mail;
  }
}
