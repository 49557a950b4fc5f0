package dev.darkroom.client.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Sends requests, and sends them again while what is wrong is likely to pass. */
public final class Calls {
  private static final Duration CONNECT = Duration.ofSeconds(20);

  /** The longest that a server may ask to wait; what asks for more is the caller's to decide. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);

  private final HttpClient http;
  private final Backoff backoff;

  /** Calls that are tried as often as the backoff says. */
  public Calls(Backoff backoff) {
    this.backoff = backoff;
    // Redirects are not followed: a token must not travel to where nobody meant it to.
    this.http =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(Redirect.NEVER)
            .build();
  }

  /** Makes the request of each try anew. */
  @FunctionalInterface
  public interface Request {
    /** The request of one try. */
    HttpRequest build() throws IOException;
  }

  /**
   * Sends a request until an answer is there that will not pass: neither 429 nor a server's fault.
   *
   * @return the answer; the last one when all tries came to nothing, or when the server asks for a
   *     longer wait than 60 seconds
   * @throws IOException when no try was answered
   */
  public HttpResponse<String> send(Request request) throws IOException, InterruptedException {
    for (int failures = 1; ; failures++) {
      HttpRequest built = request.build();
      Optional<Duration> asked = Optional.empty();
      try {
        HttpResponse<String> answer = http.send(built, BodyHandlers.ofString());
        asked = RetryAfter.of(answer);
        boolean tooLong = asked.filter(wait -> wait.compareTo(PATIENCE) > 0).isPresent();
        if (!PASSING.contains(answer.statusCode()) || failures == backoff.tries() || tooLong) {
          return answer;
        }
      } catch (IOException e) {
        if (failures == backoff.tries()) {
          throw new Unreachable(built.uri(), e);
        }
      }
      // What the server asks for is a minimum; the random part spreads those who were told the
      // same.
      Duration pause = asked.orElse(Duration.ZERO).plus(backoff.pause(failures));
      TimeUnit.MILLISECONDS.sleep(pause.toMillis());
    }
  }
}
