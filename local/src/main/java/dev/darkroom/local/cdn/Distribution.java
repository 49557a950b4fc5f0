package dev.darkroom.local.cdn;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.local.http.Reply;
import dev.darkroom.local.http.Request;
import dev.darkroom.local.http.Service;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A CloudFront distribution that takes signed URLs only, embedded. It keeps nothing: each request
 * goes to the origin.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-signed-urls.html">
 *     Use signed URLs</a>
 */
public final class Distribution implements Service {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<String> ASKED =
      List.of("range", "if-range", "if-match", "if-none-match", "if-modified-since");
  private static final Set<String> TOLD =
      Set.of(
          "accept-ranges",
          "cache-control",
          "content-disposition",
          "content-encoding",
          "content-language",
          "content-range",
          "content-type",
          "etag",
          "expires",
          "last-modified");

  private final KeyGroup keys;
  private final Origin origin;
  private final Clock clock;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  public Distribution(KeyGroup keys, Origin origin, Clock clock) {
    this.keys = keys;
    this.origin = origin;
    this.clock = clock;
  }

  @Override
  public Reply handle(Request request) throws IOException, InterruptedException {
    try {
      if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
        throw new Denied("AccessDenied", "The distribution supports GET and HEAD only.");
      }
      String site = "http://" + request.header("host").orElse("");
      keys.check(SignedUrl.of(site, request.uri()), clock.instant());
    } catch (Denied e) {
      return denied(e);
    } catch (UnsupportedOperationException e) {
      return Reply.text(501, "text/plain; charset=utf-8", e.getMessage());
    }
    return fetch(request);
  }

  private Reply fetch(Request request) throws IOException, InterruptedException {
    String key = request.uri().getPath().substring(1);
    HttpRequest.Builder get = HttpRequest.newBuilder(origin.signed(key)).timeout(PATIENCE);
    for (String name : ASKED) {
      request.header(name).ifPresent(value -> get.header(name, value));
    }
    HttpResponse<byte[]> answer = http.send(get.build(), BodyHandlers.ofByteArray());
    Map<String, String> headers = new HashMap<>();
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (TOLD.contains(name)) {
                headers.put(name, values.get(0));
              }
            });
    if (request.method().equals("HEAD")) {
      headers.put("content-length", Integer.toString(answer.body().length));
    }
    return new Reply(answer.statusCode(), headers, answer.body());
  }

  private static Reply denied(Denied denied) {
    String body =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>%s</Code><Message>%s</Message></Error>"
            .formatted(denied.code(), denied.getMessage());
    return new Reply(403, Map.of("content-type", "text/xml"), body.getBytes(UTF_8));
  }
}
