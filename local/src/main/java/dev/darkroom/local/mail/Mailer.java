package dev.darkroom.local.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.time.ZonedDateTime;
import java.util.Properties;

/** Sends plain-text mails in UTF-8 by SMTP; may be used on many threads at once. */
public final class Mailer {
  private static final String TIMEOUT_MILLIS = "5000";

  private final String sender;
  private final Session session;

  /**
   * @param host the SMTP server's host
   * @param port the SMTP server's port
   * @param sender the address that mails come from
   */
  public Mailer(String host, int port, String sender) {
    this.sender = sender;
    Properties settings = new Properties();
    settings.setProperty("mail.smtp.host", host);
    settings.setProperty("mail.smtp.port", Integer.toString(port));
    settings.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
    settings.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
    settings.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
    // Without these two each mail asks the name service for this machine's own name.
    settings.setProperty("mail.smtp.localhost", "localhost");
    settings.setProperty("mail.from", sender);
    this.session = Session.getInstance(settings);
  }

  /**
   * Sends one mail and returns when the server has taken it.
   *
   * @param senderName the display name beside the sender's address
   * @param to the recipient's address
   * @throws MessagingException when an address is malformed, or the server did not take the mail
   * @throws IllegalArgumentException when the name or the subject has control characters, which
   *     could add header lines
   */
  public void send(String senderName, String to, String subject, String body)
      throws MessagingException {
    MimeMessage mail = new MimeMessage(session);
    mail.setFrom(from(oneLine(senderName)));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
    mail.setSubject(oneLine(subject), UTF_8.name());
    mail.setText(body, UTF_8.name());
    mail.setHeader("Date", RFC_1123_DATE_TIME.format(ZonedDateTime.now(UTC)));
    Transport.send(mail);
  }

  private InternetAddress from(String name) throws AddressException {
    InternetAddress from = new InternetAddress(sender, true);
    try {
      from.setPersonal(name, UTF_8.name());
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError("Every JVM has UTF-8.", e);
    }
    return from;
  }

  private static String oneLine(String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("A mail header cannot hold control characters.");
    }
    return text;
  }
}
