package dev.darkroom.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.KeyPair;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
  private static final KeyPair OLD = KeyPairs.make();
  private static final KeyPair NEW = KeyPairs.make();
  private static final KeyPair RSA = KeyPairs.rsa();
  private static final Map<String, String> BOTH =
      Map.of(
          "CDN_KEY", "KOLD " + KeyPairs.publicPem(OLD),
          "CDN_SECOND_KEY", "KNEW " + KeyPairs.publicPem(NEW));

  @Test
  void thePrivateKeyDecidesWhichIdIsUsed() {
    assertThat(SigningKey.of("SECRET", KeyPairs.privatePem(OLD), BOTH).id()).isEqualTo("KOLD");
    assertThat(SigningKey.of("SECRET", KeyPairs.privatePem(NEW), BOTH).id()).isEqualTo("KNEW");
  }

  @Test
  void aPrivateKeyThatBelongsToNoPublicOneIsRefused() {
    assertThatExceptionOfType(InvalidKey.class)
        .isThrownBy(
            () ->
                SigningKey.of(
                    "SECRET",
                    KeyPairs.privatePem(NEW),
                    Map.of("CDN_KEY", "KOLD " + KeyPairs.publicPem(OLD))))
        .withMessage("SECRET holds a key that belongs to none of CDN_KEY.");
  }

  @Test
  void aPublicKeyWithoutItsIdIsRefusedByName() {
    assertThatExceptionOfType(InvalidKey.class)
        .isThrownBy(
            () -> SigningKey.of("SECRET", KeyPairs.privatePem(OLD), Map.of("CDN_KEY", "KOLD")))
        .withMessageContaining("CDN_KEY");
  }

  @Test
  void aPairOfEcdsaMayFollowOneOfRsa() {
    Map<String, String> both =
        Map.of(
            "CDN_KEY", "KRSA " + KeyPairs.publicPem(RSA),
            "CDN_SECOND_KEY", "KNEW " + KeyPairs.publicPem(NEW));

    assertThat(SigningKey.of("SECRET", KeyPairs.privatePem(RSA), both).id()).isEqualTo("KRSA");
    assertThat(SigningKey.of("SECRET", KeyPairs.privatePem(NEW), both).id()).isEqualTo("KNEW");
  }

  @Test
  void itsTextShowsNothingOfTheKey() {
    assertThat(SigningKey.of("SECRET", KeyPairs.privatePem(OLD), BOTH)).hasToString("KOLD");
  }
}
