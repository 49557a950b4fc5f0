package dev.darkroom.local.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.local.http.Reply;
import java.util.Map;

/** The pool's pages; every value from outside is encoded for HTML. */
final class LoginPage {
  private static final Map<String, String> HEADERS =
      Map.of(
          "content-type", "text/html; charset=utf-8",
          "cache-control", "no-store",
          // No form-action: browsers apply it to the redirect after the form too.
          "content-security-policy",
              "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
                  + " frame-ancestors 'none'",
          "referrer-policy", "same-origin",
          "x-content-type-options", "nosniff");

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>%1$s</title>
      <style>
      body { font: 1rem system-ui, sans-serif; max-width: 20rem; margin: 4rem auto; padding: 0 1rem }
      label, input, button { display: block; width: 100%%; box-sizing: border-box; font: inherit }
      input, button { margin: .25rem 0 1rem; padding: .5rem }
      </style></head>
      <body><main><h1>%1$s</h1>
      %2$s</main></body>
      </html>
      """;

  private static final String FORM =
      """
      %s<form method="post" action="/login?%s">
      <label for="username">User name</label>
      <input id="username" name="username" value="%s" autocomplete="username" required autofocus>
      <label for="password">Password</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required>
      <button>Sign in</button>
      </form>
      """;

  private LoginPage() {}

  /** The form, which posts to its own URL. */
  static Reply form(String query) {
    return page(200, "Sign in", FORM.formatted("", html(query), ""));
  }

  /** The form again. It does not say which of the two was wrong. */
  static Reply refused(String query, String userName) {
    String alert = "<p role=\"alert\">Incorrect username or password.</p>\n";
    return page(200, "Sign in", FORM.formatted(alert, html(query), html(userName)));
  }

  /** An error that is shown here because there is nobody safe to send it to. */
  static Reply error(int status, String message) {
    return page(status, "That did not work", "<p role=\"alert\">" + html(message) + "</p>\n");
  }

  private static Reply page(int status, String title, String content) {
    return new Reply(status, HEADERS, PAGE.formatted(title, content).getBytes(UTF_8));
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
