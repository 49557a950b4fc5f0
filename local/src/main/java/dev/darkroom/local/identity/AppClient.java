package dev.darkroom.local.identity;

import java.time.Duration;
import java.util.List;

/**
 * A public app client of a user pool: it holds no secret and proves itself with PKCE.
 *
 * @param id the client id
 * @param callbackUrls where codes may be sent; compared character by character
 * @param logoutUrls where a sign-out may lead
 * @param accessTokenLife how long access and ID tokens live: 5 minutes to 1 day
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html">App
 *     clients</a>
 */
public record AppClient(
    String id, List<String> callbackUrls, List<String> logoutUrls, Duration accessTokenLife) {
  private static final Duration SHORTEST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofDays(1);

  public AppClient {
    if (accessTokenLife.compareTo(SHORTEST) < 0 || accessTokenLife.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "An access token lives 5 minutes to 1 day, not " + accessTokenLife + ".");
    }
    callbackUrls = List.copyOf(callbackUrls);
    logoutUrls = List.copyOf(logoutUrls);
  }

  /** A client with Cognito's default life of 60 minutes and no sign-out URL. */
  public AppClient(String id, List<String> callbackUrls) {
    this(id, callbackUrls, List.of(), Duration.ofHours(1));
  }
}
