package dev.darkroom.local.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.local.http.Reply;
import java.util.List;
import java.util.Map;

/** What a browser shows to a person who followed a link in a mail. */
final class LinkPage {
  private LinkPage() {}

  static Reply reply(String action, QueryRequest request, List<XmlElement> result) {
    boolean confirmed = action.equals("ConfirmSubscription");
    String title = confirmed ? "Subscription confirmed" : "Unsubscribed";
    String subscription = confirmed ? result.get(0).text() : request.required("SubscriptionArn");
    XmlElement page =
        XmlElement.of(
            "html",
            XmlElement.of("head", XmlElement.text("title", title)),
            XmlElement.of(
                "body",
                XmlElement.text("h1", title),
                XmlElement.text("p", "Your subscription's id is:"),
                XmlElement.text("p", subscription)));
    return new Reply(
        200,
        Map.of(
            "content-type", "text/html; charset=utf-8",
            "content-security-policy", "default-src 'none'",
            "referrer-policy", "no-referrer"),
        ("<!doctype html>\n" + page.document()).getBytes(UTF_8));
  }
}
