package dev.darkroom.local.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.Optional;

/** Reads the text of MIME messages. */
final class MimeText {
  private MimeText() {}

  static String from(MimeMessage message) throws MessagingException {
    Address[] from = message.getFrom();
    if (from == null || from.length == 0) {
      return "";
    }
    return from[0] instanceof InternetAddress address && address.getPersonal() != null
        ? address.getPersonal() + " <" + address.getAddress() + ">"
        : from[0].toString();
  }

  static String body(MimeMessage message) throws MessagingException, IOException {
    Optional<String> plain = text(message, "text/plain");
    String text = plain.isPresent() ? plain.get() : text(message, "text/html").orElse("");
    return text.replace("\r\n", "\n");
  }

  private static Optional<String> text(Part part, String type)
      throws MessagingException, IOException {
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        Optional<String> found = text(parts.getBodyPart(i), type);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    return part.isMimeType(type) && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
        ? Optional.of(decoded(part))
        : Optional.empty();
  }

  private static String decoded(Part part) throws MessagingException, IOException {
    try {
      return part.getContent() instanceof String text ? text : raw(part);
    } catch (UnsupportedEncodingException e) {
      // A charset that this JVM does not know: better a few wrong letters than no mail.
      return raw(part);
    }
  }

  private static String raw(Part part) throws MessagingException, IOException {
    try (var bytes = part.getInputStream()) {
      return new String(bytes.readAllBytes(), UTF_8);
    }
  }
}
