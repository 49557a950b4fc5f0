package dev.darkroom.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemKeyTest {
  private static final KeyPair PAIR = KeyPairs.rsa();
  private static final KeyPair CURVE = KeyPairs.make();

  @Test
  void readsAPrivateKeyInPkcs8() {
    assertThat(PemKey.privateKey("SECRET", KeyPairs.privatePem(PAIR))).isEqualTo(PAIR.getPrivate());
  }

  @Test
  void readsAPrivateKeyInPkcs1() {
    assertThat(PemKey.privateKey("SECRET", KeyPairs.pkcs1Pem(PAIR))).isEqualTo(PAIR.getPrivate());
  }

  @Test
  void readsAPublicKeyWithoutItsLastLineEnd() {
    assertThat(PemKey.publicKey("KEY", KeyPairs.publicPem(PAIR).strip()))
        .isEqualTo(PAIR.getPublic());
    assertThat(PemKey.publicKey("KEY", KeyPairs.publicPem(CURVE).strip()))
        .isEqualTo(CURVE.getPublic());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "MIIEvQIBADANBg",
        "-----BEGIN PRIVATE KEY-----\nMIIEvQ==\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\n=A=A\n-----END PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\nMIIEvQ==\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN EC PRIVATE KEY-----\nMIIEvQ==\n-----END EC PRIVATE KEY-----",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIEvQ==\n-----END ENCRYPTED PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nMIIEvQ==\n-----END PUBLIC KEY-----",
        "{\"privateKey\": \"-----BEGIN PRIVATE KEY-----\"}"
      })
  void whatIsNoPrivateKeyIsRefusedByName(String pem) {
    assertThatExceptionOfType(InvalidKey.class)
        .isThrownBy(() -> PemKey.privateKey("SECRET", pem))
        .withMessageStartingWith("SECRET ")
        .withMessageNotContaining("MIIE");
  }

  @Test
  void aPublicKeyInThePlaceOfAPrivateOneIsRefused() {
    assertThatExceptionOfType(InvalidKey.class)
        .isThrownBy(() -> PemKey.privateKey("SECRET", KeyPairs.publicPem(PAIR)))
        .withMessageContaining("must hold a private key")
        .withMessageContaining("holds a PUBLIC KEY");
  }

  @Test
  void aPrivateKeyInThePlaceOfAPublicOneIsRefused() {
    assertThatExceptionOfType(InvalidKey.class)
        .isThrownBy(() -> PemKey.publicKey("KEY", KeyPairs.privatePem(PAIR)))
        .withMessageContaining("KEY must hold a public key");
  }

  @Test
  void aKeyOfAnotherSizeIsRefused() {
    KeyPair small = KeyPairs.make("RSA", 1024);

    assertThatExceptionOfType(InvalidKey.class)
        .isThrownBy(() -> PemKey.privateKey("SECRET", KeyPairs.privatePem(small)))
        .withMessage("SECRET must hold a key of 2048 bits, and has 1024.");
    assertThatExceptionOfType(InvalidKey.class)
        .isThrownBy(() -> PemKey.publicKey("KEY", KeyPairs.publicPem(small)));
  }

  @Test
  void aKeyOnAnotherCurveIsRefused() {
    KeyPair other = KeyPairs.make("EC", 384);

    assertThatExceptionOfType(InvalidKey.class)
        .isThrownBy(() -> PemKey.privateKey("SECRET", KeyPairs.privatePem(other)))
        .withMessage("SECRET must hold a key on the curve P-256.");
    assertThatExceptionOfType(InvalidKey.class)
        .isThrownBy(() -> PemKey.publicKey("KEY", KeyPairs.publicPem(other)))
        .withMessage("KEY must hold a key on the curve P-256.");
  }

  @Test
  void aKeyOfAnotherKindIsRefused() {
    KeyPair other = KeyPairs.make("Ed25519", 255);

    assertThatExceptionOfType(InvalidKey.class)
        .isThrownBy(() -> PemKey.privateKey("SECRET", KeyPairs.privatePem(other)))
        .withMessage("SECRET must hold a key of ECDSA or RSA.");
    assertThatExceptionOfType(InvalidKey.class)
        .isThrownBy(() -> PemKey.publicKey("KEY", KeyPairs.publicPem(other)))
        .withMessage("KEY must hold a key of ECDSA or RSA.");
  }
}
