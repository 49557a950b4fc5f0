package dev.darkroom.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.darkroom.api.delivery.KeyPairs;
import dev.darkroom.api.delivery.RenditionUrls;
import dev.darkroom.api.delivery.SignedUrl;
import dev.darkroom.core.Rendition;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {
  private static final KeyPair PAIR = KeyPairs.make();
  private static final Clock CLOCK = Clock.fixed(Client.NOW, ZoneOffset.UTC);
  private static final Rendition LARGE =
      new Rendition("large", 1280, 853, 1000, "image/jpeg", "renditions/alice/01JX/large.jpg");

  private final Map<String, String> env = new HashMap<>(Map.of("RENDITIONS_BUCKET", "down"));
  private final Map<String, String> cdn =
      Map.of(
          "CDN_DOMAIN", "d1.cloudfront.net",
          "CDN_KEY", "K1 " + KeyPairs.publicPem(PAIR),
          "CDN_PRIVATE_KEY_SECRET", "arn:secret");
  private final List<String> read = new ArrayList<>();

  @Test
  void withoutADistributionS3IsSigned() {
    SignedUrl url = urls(KeyPairs.privatePem(PAIR)).sign(LARGE);

    assertThat(url.url()).contains("down").contains("X-Amz-Signature=");
    assertThat(read).isEmpty();
  }

  @Test
  void anEmptyDomainIsNone() {
    env.put("CDN_DOMAIN", "");

    assertThat(urls("").sign(LARGE).url()).contains("X-Amz-Signature=");
  }

  @Test
  void withADistributionItsUrlsAreSignedAndTheSecretIsReadOnce() {
    env.putAll(cdn);

    RenditionUrls urls = urls(KeyPairs.privatePem(PAIR));

    assertThat(urls.sign(LARGE).url())
        .startsWith("https://d1.cloudfront.net/renditions/alice/01JX/large.jpg?Policy=")
        .contains("&Key-Pair-Id=K1&");
    assertThat(urls.sign(LARGE).expiresAt()).isEqualTo("2026-05-04T11:00:00Z");
    assertThat(read).containsExactly("arn:secret");
  }

  @Test
  void whileKeysAreExchangedTheSecondMaySign() {
    env.putAll(cdn);
    KeyPair next = KeyPairs.make();
    env.put("CDN_SECOND_KEY", "K2 " + KeyPairs.publicPem(next));

    assertThat(urls(KeyPairs.privatePem(next)).sign(LARGE).url()).contains("&Key-Pair-Id=K2&");
  }

  @Test
  void theFirstKeyMayBeGone() {
    env.putAll(cdn);
    env.put("CDN_SECOND_KEY", "K2 " + KeyPairs.publicPem(PAIR));
    env.remove("CDN_KEY");

    assertThat(urls(KeyPairs.privatePem(PAIR)).sign(LARGE).url()).contains("&Key-Pair-Id=K2&");
  }

  @Test
  void theSecretOfAnotherPairIsRefusedByName() {
    env.putAll(cdn);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> urls(KeyPairs.privatePem(KeyPairs.make())))
        .withMessageContaining("CDN_PRIVATE_KEY_SECRET")
        .withMessageContaining("CDN_KEY");
  }

  @Test
  void aDistributionWithoutASecretIsRefusedByName() {
    env.putAll(cdn);
    env.remove("CDN_PRIVATE_KEY_SECRET");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> urls(KeyPairs.privatePem(PAIR)))
        .withMessageContaining("CDN_PRIVATE_KEY_SECRET");
  }

  @Test
  void lifetimesCanBeTold() {
    assertThat(Delivery.from(env).life()).isEqualTo(Duration.ofHours(1));
    env.put("RENDITION_URL_MINUTES", "10080");
    assertThat(Delivery.from(env).life()).isEqualTo(Duration.ofDays(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "10081", "an hour"})
  void aLifetimeOutOfRangeIsRefusedByName(String minutes) {
    env.put("RENDITION_URL_MINUTES", minutes);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Delivery.from(env))
        .withMessageContaining("RENDITION_URL_MINUTES")
        .withMessageContaining(minutes);
  }

  private RenditionUrls urls(String privateKey) {
    return Delivery.from(env)
        .urls(
            Client.presigner(),
            CLOCK,
            arn -> {
              read.add(arn);
              return privateKey;
            });
  }
}
