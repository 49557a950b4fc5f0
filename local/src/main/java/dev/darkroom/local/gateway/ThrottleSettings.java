package dev.darkroom.local.gateway;

/**
 * The default route settings of a stage: how many requests each route takes.
 *
 * @param burst requests at once
 * @param rate requests a second, on average
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html">Throttle
 *     requests to HTTP APIs</a>
 */
public record ThrottleSettings(int burst, double rate) {
  public ThrottleSettings {
    if (burst < 0 || !(rate >= 0)) {
      throw new IllegalArgumentException("A throttle's burst and rate cannot be negative.");
    }
  }
}
