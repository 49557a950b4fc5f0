package dev.darkroom.api.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.core.Rendition;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * URLs of CloudFront. One signature covers all renditions of an image: it is the costly part, and a
 * list shows many images.
 *
 * <p>A URL lives as long as it is told to at most, and three quarters of that at least: its end is
 * rounded down, so that for a quarter of its life everybody is given the very same URL, and a
 * browser that has fetched it need not fetch it again.
 */
public final class CloudFrontRenditionUrls implements RenditionUrls {
  private static final int WINDOWS_A_LIFE = 4;

  private final String origin;
  private final PolicySigner signer;
  private final Duration life;
  private final Clock clock;

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
    Instant end = end();
    return url(rendition, query(folder(rendition), end), end);
  }

  @Override
  public List<RenditionView> views(List<Rendition> renditions) {
    Instant end = end();
    Map<String, String> queries = new HashMap<>();
    return renditions.stream()
        .map(
            rendition ->
                RenditionView.of(
                    rendition,
                    url(
                        rendition,
                        queries.computeIfAbsent(folder(rendition), folder -> query(folder, end)),
                        end)))
        .toList();
  }

  private SignedUrl url(Rendition rendition, String query, Instant end) {
    return new SignedUrl(
        origin + "/" + encode(rendition.key()) + "?" + query,
        Collections.unmodifiableSortedMap(new TreeMap<>()),
        end);
  }

  private String query(String folder, Instant end) {
    return signer.query(origin + "/" + encode(folder) + "*", end);
  }

  private Instant end() {
    long window = life.toSeconds() / WINDOWS_A_LIFE;
    long latest = clock.instant().plus(life).getEpochSecond();
    return Instant.ofEpochSecond(latest / window * window);
  }

  /** {@code renditions/{owner}/{jobId}/}. */
  private static String folder(Rendition rendition) {
    return rendition.key().substring(0, rendition.key().lastIndexOf('/') + 1);
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
