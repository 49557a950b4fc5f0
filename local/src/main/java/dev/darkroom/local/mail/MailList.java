package dev.darkroom.local.mail;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes mails as an HTML page, newest first; everything that comes from a mail is encoded. */
final class MailList {
  private static final int SHOWN = 200;
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");

  private MailList() {}

  static String html(List<Email> emails) {
    StringBuilder page =
        new StringBuilder(
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>Inbox</title>
            <style>
            body { font: 16px/1.5 sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem }
            article { border-top: 1px solid #ccc; padding: 1rem 0 }
            h2 { font-size: 1.1rem; margin: 0 }
            p { color: #555; margin: 0 }
            pre { white-space: pre-wrap; overflow-wrap: anywhere }
            </style>
            </head>
            <body>
            <h1>Inbox</h1>
            """);
    int shown = Math.min(SHOWN, emails.size());
    page.append("<p>").append(shown).append(" of ").append(emails.size()).append(" mails</p>\n");
    for (int i = emails.size() - 1; i >= emails.size() - shown; i--) {
      append(page, emails.get(i));
    }
    return page.append("</body>\n</html>\n").toString();
  }

  private static void append(StringBuilder page, Email email) {
    page.append("<article>\n<h2>").append(encoded(email.subject())).append("</h2>\n<p>");
    page.append(encoded(email.from())).append(" to ").append(encoded(email.to()));
    page.append(", ").append(email.receivedAt()).append("</p>\n<pre>");
    appendWithLinks(page, email.body());
    page.append("</pre>\n</article>\n");
  }

  private static void appendWithLinks(StringBuilder page, String text) {
    Matcher link = LINK.matcher(text);
    int end = 0;
    while (link.find()) {
      String url = encoded(link.group());
      page.append(encoded(text.substring(end, link.start())));
      page.append("<a rel=\"noopener noreferrer\" href=\"").append(url).append("\">");
      page.append(url).append("</a>");
      end = link.end();
    }
    page.append(encoded(text.substring(end)));
  }

  private static String encoded(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
