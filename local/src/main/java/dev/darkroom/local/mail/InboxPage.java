package dev.darkroom.local.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.darkroom.local.http.Reply;
import dev.darkroom.local.http.Request;
import dev.darkroom.local.http.Service;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows an inbox, read-only: {@code GET /} is a page for people, {@code GET
 * /emails.json?to=address} the same as JSON, newest last, of all recipients without {@code to}.
 */
public final class InboxPage implements Service {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Inbox inbox;

  public InboxPage(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public Reply handle(Request request) throws IOException {
    if (!List.of("GET", "HEAD").contains(request.method())) {
      return reply(405, "text/plain; charset=utf-8", "The inbox can only be read.");
    }
    return switch (request.uri().getPath()) {
      case "/" -> reply(200, "text/html; charset=utf-8", MailList.html(emails(request.uri())));
      case "/emails.json" -> reply(200, "application/json", json(emails(request.uri())));
      default -> reply(404, "text/plain; charset=utf-8", "There is only / and /emails.json.");
    };
  }

  private List<Email> emails(URI uri) {
    return recipient(uri).map(inbox::emails).orElseGet(inbox::emails);
  }

  private static Optional<String> recipient(URI uri) {
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    for (String pair : query.split("&")) {
      if (pair.startsWith("to=")) {
        return Optional.of(URLDecoder.decode(pair.substring(3), StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }

  private static String json(List<Email> emails) throws IOException {
    ArrayNode list = JSON.createArrayNode();
    for (Email email : emails) {
      list.addObject()
          .put("from", email.from())
          .put("to", email.to())
          .put("subject", email.subject())
          .put("body", email.body())
          .put("receivedAt", email.receivedAt().toString());
    }
    return JSON.writeValueAsString(list);
  }

  private static Reply reply(int status, String contentType, String body) {
    return new Reply(
        status,
        Map.of(
            "content-type", contentType,
            "cache-control", "no-store",
            // What a mail holds was written by strangers: nothing in it may ever run.
            "content-security-policy", "default-src 'none'; style-src 'unsafe-inline'",
            "x-content-type-options", "nosniff"),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
