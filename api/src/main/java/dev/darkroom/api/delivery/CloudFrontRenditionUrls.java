package dev.darkroom.api.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.core.Rendition;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * URLs of CloudFront. One signature covers all renditions of an image: it is the costly part, and a
 * list shows many images.
 *
 * <p>A URL lives as long as it is told to at most, and three quarters of that at least: its end is
 * rounded down, and for a quarter of its life a function gives the very same URL again. So a
 * browser that has fetched it need not fetch it again. Safe for use by several threads.
 */
public final class CloudFrontRenditionUrls implements RenditionUrls {
  private static final int WINDOWS_A_LIFE = 4;
  private static final int MOST_KEPT = 2_000;

  private final String origin;
  private final PolicySigner signer;
  private final Duration life;
  private final Clock clock;

  /** Queries by folder, all of one end. */
  private final Map<String, String> signed = new HashMap<>();

  private Instant endOfSigned = Instant.MIN;

  /**
   * @param domain the distribution's; {@code https} unless it is told with a scheme
   * @param life from a minute on
   */
  public CloudFrontRenditionUrls(String domain, PolicySigner signer, Duration life, Clock clock) {
    this.origin = domain.contains("://") ? domain : "https://" + domain;
    this.signer = signer;
    this.life = life;
    this.clock = clock;
  }

  @Override
  public SignedUrl sign(Rendition rendition) {
    String key = rendition.key();
    String folder = key.substring(0, key.lastIndexOf('/') + 1);
    Instant end = end();
    return new SignedUrl(
        origin + "/" + encode(key) + "?" + query(folder, end),
        Collections.unmodifiableSortedMap(new TreeMap<>()),
        end);
  }

  /**
   * @param folder {@code renditions/{owner}/{jobId}/}
   */
  private synchronized String query(String folder, Instant end) {
    if (!end.equals(endOfSigned) || signed.size() >= MOST_KEPT) {
      signed.clear();
      endOfSigned = end;
    }
    return signed.computeIfAbsent(
        folder, all -> signer.query(origin + "/" + encode(all) + "*", end));
  }

  private Instant end() {
    long window = life.toSeconds() / WINDOWS_A_LIFE;
    long latest = clock.instant().plus(life).getEpochSecond();
    return Instant.ofEpochSecond(latest / window * window);
  }

  /** A key as a path; no {@code *} or {@code ?} of it is left to stand for something else. */
  private static String encode(String key) {
    return URLEncoder.encode(key, UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~")
        .replace("%2F", "/");
  }
}
