package dev.darkroom.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RsaPemTest {
  private static final KeyPair PAIR = KeyPairs.make();

  @Test
  void readsAPrivateKeyInPkcs8() {
    assertThat(RsaPem.privateKey("SECRET", KeyPairs.privatePem(PAIR))).isEqualTo(PAIR.getPrivate());
  }

  @Test
  void readsAPrivateKeyInPkcs1() {
    assertThat(RsaPem.privateKey("SECRET", KeyPairs.pkcs1Pem(PAIR))).isEqualTo(PAIR.getPrivate());
  }

  @Test
  void readsAPublicKeyWithoutItsLastLineEnd() {
    assertThat(RsaPem.publicKey("KEY", KeyPairs.publicPem(PAIR).strip()))
        .isEqualTo(PAIR.getPublic());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "MIIEvQIBADANBg",
        "-----BEGIN PRIVATE KEY-----\nMIIEvQ==\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\n=A=A\n-----END PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\nMIIEvQ==\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIEvQ==\n-----END ENCRYPTED PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nMIIEvQ==\n-----END PUBLIC KEY-----",
        "{\"privateKey\": \"-----BEGIN PRIVATE KEY-----\"}"
      })
  void whatIsNoPrivateKeyIsRefusedByName(String pem) {
    assertThatExceptionOfType(InvalidKey.class)
        .isThrownBy(() -> RsaPem.privateKey("SECRET", pem))
        .withMessageStartingWith("SECRET ")
        .withMessageNotContaining("MIIE");
  }

  @Test
  void aPublicKeyInThePlaceOfAPrivateOneIsRefused() {
    assertThatExceptionOfType(InvalidKey.class)
        .isThrownBy(() -> RsaPem.privateKey("SECRET", KeyPairs.publicPem(PAIR)))
        .withMessageContaining("must hold a private key");
  }

  @Test
  void aPrivateKeyInThePlaceOfAPublicOneIsRefused() {
    assertThatExceptionOfType(InvalidKey.class)
        .isThrownBy(() -> RsaPem.publicKey("KEY", KeyPairs.privatePem(PAIR)))
        .withMessageContaining("KEY must hold a public key");
  }

  @Test
  void aKeyOfAnotherSizeIsRefused() {
    KeyPair small = KeyPairs.make("RSA", 1024);

    assertThatExceptionOfType(InvalidKey.class)
        .isThrownBy(() -> RsaPem.privateKey("SECRET", KeyPairs.privatePem(small)))
        .withMessage("SECRET must hold a key of 2048 bits, and has 1024.");
    assertThatExceptionOfType(InvalidKey.class)
        .isThrownBy(() -> RsaPem.publicKey("KEY", KeyPairs.publicPem(small)));
  }

  @Test
  void aKeyOfAnotherKindIsRefused() {
    KeyPair curve = KeyPairs.make("EC", 256);

    assertThatExceptionOfType(InvalidKey.class)
        .isThrownBy(() -> RsaPem.privateKey("SECRET", KeyPairs.privatePem(curve)))
        .withMessage("SECRET must hold an RSA key.");
    assertThatExceptionOfType(InvalidKey.class)
        .isThrownBy(() -> RsaPem.publicKey("KEY", KeyPairs.publicPem(curve)))
        .withMessage("KEY must hold an RSA key.");
  }
}
