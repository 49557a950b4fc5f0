package dev.darkroom.api.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Key pairs of tests, in PEM as openssl writes them. */
public final class KeyPairs {
  /** A PKCS#8 key of 2048 bits is a PKCS#1 key behind so many bytes. */
  private static final int HEAD_OF_PKCS8 = 26;

  private KeyPairs() {}

  public static KeyPair make() {
    return make("EC", 256);
  }

  static KeyPair rsa() {
    return make("RSA", 2048);
  }

  public static KeyPair make(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String publicPem(KeyPair pair) {
    return pem("PUBLIC KEY", pair.getPublic());
  }

  public static String privatePem(KeyPair pair) {
    return pem("PRIVATE KEY", pair.getPrivate());
  }

  static String pkcs1Pem(KeyPair pair) {
    byte[] pkcs8 = pair.getPrivate().getEncoded();
    return pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, HEAD_OF_PKCS8, pkcs8.length));
  }

  private static String pem(String kind, Key key) {
    return pem(kind, key.getEncoded());
  }

  private static String pem(String kind, byte[] der) {
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
        .formatted(
            kind, Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(der), kind)
        .replace("\r\n", "\n");
  }
}
