package dev.darkroom.api.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Rendition;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudFrontRenditionUrlsTest {
  private static final KeyPair PAIR = KeyPairs.make();
  private static final String NOW = "2026-05-04T10:07:30.120Z";
  private static final Rendition LARGE = rendition("renditions/alice/01JX/large.jpg");
  private static final Rendition SMALL = rendition("renditions/alice/01JX/small.jpg");
  private static final Rendition OTHER = rendition("renditions/alice/01JY/small.jpg");

  private final RenditionUrls urls = at(NOW);

  @Test
  void aUrlHoldsAPolicyForAllRenditionsOfTheImageAlone() {
    String url = urls.sign(LARGE).url();

    assertThat(url).startsWith("https://d1.cloudfront.net/renditions/alice/01JX/large.jpg?Policy=");
    assertThat(new String(decode(query(url).get("Policy")), UTF_8))
        .isEqualTo(
            "{\"Statement\":[{\"Resource\":\"https://d1.cloudfront.net/renditions/alice/01JX/*\","
                + "\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":%d}}}]}"
                    .formatted(Instant.parse("2026-05-04T11:00:00Z").getEpochSecond()));
  }

  @Test
  void thePublicKeyVerifiesTheSignature() throws GeneralSecurityException {
    assertVerifies(PAIR, "SHA256withECDSA");
    assertVerifies(KeyPairs.rsa(), "SHA256withRSA");
  }

  @Test
  void renditionsOfOneImageShareASignatureAndThoseOfAnotherHaveTheirOwn() {
    List<String> signatures =
        urls.views(List.of(LARGE, SMALL, OTHER)).stream()
            .map(view -> query(view.url()).get("Signature"))
            .toList();

    assertThat(signatures.get(0)).isEqualTo(signatures.get(1)).isNotEqualTo(signatures.get(2));
  }

  @Test
  void aViewHasTheUrlOfItsOwnRendition() {
    assertThat(urls.views(List.of(LARGE, SMALL)))
        .extracting(RenditionView::url)
        .containsExactly(urls.sign(LARGE).url(), urls.sign(SMALL).url());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-04T10:00:00Z,     2026-05-04T11:00:00Z",
    "2026-05-04T10:00:00.001Z, 2026-05-04T11:00:00Z",
    "2026-05-04T10:14:59.999Z, 2026-05-04T11:00:00Z",
    "2026-05-04T10:15:00Z,     2026-05-04T11:15:00Z"
  })
  void aUrlLivesForAnHourAtMostAndThreeQuartersOfItAtLeast(String now, Instant end) {
    assertThat(at(now).sign(LARGE).expiresAt()).isEqualTo(end);
  }

  @Test
  void aQuarterOfAnHourLongTheSameUrlIsGiven() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-04T10:00:00Z"));
    RenditionUrls ticking =
        new CloudFrontRenditionUrls(
            "d1.cloudfront.net", signer(PAIR), Duration.ofHours(1), clock(now::get));
    String first = ticking.sign(LARGE).url();

    now.set(Instant.parse("2026-05-04T10:14:59Z"));
    assertThat(ticking.sign(LARGE).url()).isEqualTo(first);

    now.set(Instant.parse("2026-05-04T10:15:00Z"));
    assertThat(ticking.sign(LARGE).url()).isNotEqualTo(first);
    assertThat(ticking.sign(LARGE).expiresAt()).isEqualTo("2026-05-04T11:15:00Z");
  }

  @Test
  void moreImagesThanAreRememberedAreSignedAsWell() {
    for (int image = 0; image < 2_100; image++) {
      assertThat(urls.sign(rendition("renditions/a/" + image + "/large.jpg")).url())
          .contains("/renditions/a/" + image + "/large.jpg?Policy=");
    }
  }

  @Test
  void aShortLifeIsRoundedLess() {
    RenditionUrls short1 = of("d1.cloudfront.net", Duration.ofMinutes(1), NOW);

    assertThat(short1.sign(LARGE).expiresAt()).isEqualTo("2026-05-04T10:08:30Z");
  }

  @Test
  void aKeyIsEncodedSoThatNothingOfItIsAWildcard() {
    String url = urls.sign(rendition("renditions/a*?/x y+é~%2F/large.jpg")).url();

    assertThat(URI.create(url).getRawPath())
        .isEqualTo("/renditions/a%2A%3F/x%20y%2B%C3%A9~%252F/large.jpg");
    assertThat(new String(decode(query(url).get("Policy")), UTF_8))
        .contains("\"https://d1.cloudfront.net/renditions/a%2A%3F/x%20y%2B%C3%A9~%252F/*\"");
  }

  @Test
  void theSchemeIsHttpsUnlessTheDomainIsToldWithAnother() {
    RenditionUrls other = of("http://127.0.0.1:8410", Duration.ofHours(1), NOW);

    assertThat(other.sign(LARGE).url()).startsWith("http://127.0.0.1:8410/renditions/alice/");
  }

  @Test
  void nothingIsSentButAPlainGet() {
    assertThat(urls.sign(LARGE).headers()).isEmpty();
  }

  private static RenditionUrls at(String now) {
    return of("d1.cloudfront.net", Duration.ofHours(1), now);
  }

  private static RenditionUrls of(String domain, Duration life, String now) {
    return new CloudFrontRenditionUrls(
        domain, signer(PAIR), life, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
  }

  private static PolicySigner signer(KeyPair pair) {
    return new PolicySigner(new SigningKey("K2JCJMDEHXQW5F", pair.getPrivate()));
  }

  private static Clock clock(InstantSource source) {
    return source.withZone(ZoneOffset.UTC);
  }

  private static void assertVerifies(KeyPair pair, String algorithm)
      throws GeneralSecurityException {
    RenditionUrls urls =
        new CloudFrontRenditionUrls(
            "d1.cloudfront.net", signer(pair), Duration.ofHours(1), Clock.systemUTC());
    Map<String, String> query = query(urls.sign(LARGE).url());
    assertThat(query)
        .containsOnlyKeys("Policy", "Signature", "Key-Pair-Id", "Hash-Algorithm")
        .containsEntry("Key-Pair-Id", "K2JCJMDEHXQW5F")
        .containsEntry("Hash-Algorithm", "SHA256");
    Signature signature = Signature.getInstance(algorithm);
    signature.initVerify(pair.getPublic());
    signature.update(decode(query.get("Policy")));
    assertThat(signature.verify(decode(query.get("Signature")))).isTrue();
  }

  private static Rendition rendition(String key) {
    return new Rendition("large", 1280, 853, 1000, "image/jpeg", key);
  }

  private static Map<String, String> query(String url) {
    return Arrays.stream(URI.create(url).getRawQuery().split("&"))
        .map(parameter -> parameter.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  private static byte[] decode(String text) {
    return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '=').replace('~', '/'));
  }
}
