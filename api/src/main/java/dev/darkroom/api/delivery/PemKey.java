package dev.darkroom.api.delivery;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.EncodedKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads keys in PEM: of ECDSA on P-256, or of RSA with 2048 bits, which are what CloudFront takes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html#private-content-creating-cloudfront-key-pairs">
 *     Create key pairs for your signers</a>
 */
final class PemKey {
  private static final Pattern PEM =
      Pattern.compile("\\s*-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----\\s*");

  /** Of PKCS#8: version 0, and the algorithm rsaEncryption. */
  private static final byte[] RSA_HEAD =
      HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

  private static final int SEQUENCE = 0x30;
  private static final int OCTET_STRING = 0x04;
  private static final int TWO_BYTES_OF_LENGTH = 0x82;

  private PemKey() {}

  /**
   * A private key, in PKCS#8 ({@code BEGIN PRIVATE KEY}) or PKCS#1 ({@code BEGIN RSA PRIVATE KEY}).
   *
   * @param name what holds the key, for errors
   * @throws InvalidKey when it is no such key
   */
  static PrivateKey privateKey(String name, String pem) {
    Matcher parts = parts(name, pem);
    byte[] der = der(name, parts);
    byte[] pkcs8 =
        switch (parts.group(1)) {
          case "PRIVATE KEY" -> der;
          case "RSA PRIVATE KEY" -> pkcs8(der);
          default ->
              throw new InvalidKey(
                  name,
                  "must hold a private key as openssl pkcs8 -topk8 -nocrypt writes it, and holds a "
                      + parts.group(1)
                      + ".");
        };
    EncodedKeySpec encoded = new PKCS8EncodedKeySpec(pkcs8);
    return read(name, factory -> factory.generatePrivate(encoded));
  }

  /**
   * A public key, as {@code BEGIN PUBLIC KEY}.
   *
   * @param name what holds the key, for errors
   * @throws InvalidKey when it is no such key
   */
  static PublicKey publicKey(String name, String pem) {
    Matcher parts = parts(name, pem);
    if (!parts.group(1).equals("PUBLIC KEY")) {
      throw new InvalidKey(name, "must hold a public key.");
    }
    EncodedKeySpec encoded = new X509EncodedKeySpec(der(name, parts));
    return read(name, factory -> factory.generatePublic(encoded));
  }

  @FunctionalInterface
  private interface Reading<K> {
    K by(KeyFactory factory) throws GeneralSecurityException;
  }

  private static <K extends Key> K read(String name, Reading<K> reading) {
    GeneralSecurityException last = null;
    for (String algorithm : new String[] {"EC", "RSA"}) {
      try {
        K key = reading.by(KeyFactory.getInstance(algorithm));
        KeyStrength.check(name, key);
        return key;
      } catch (GeneralSecurityException e) {
        last = e;
      }
    }
    throw new InvalidKey(name, "must hold a key of ECDSA or RSA.", last);
  }

  private static Matcher parts(String name, String pem) {
    Matcher matcher = PEM.matcher(pem);
    if (!matcher.matches()) {
      throw new InvalidKey(name, "must hold one key in PEM.");
    }
    return matcher;
  }

  private static byte[] der(String name, Matcher parts) {
    try {
      return Base64.getMimeDecoder().decode(parts.group(2));
    } catch (IllegalArgumentException e) {
      throw new InvalidKey(name, "is not in Base64.", e);
    }
  }

  /** PKCS#8 is PKCS#1 in an envelope that says what the key is for. */
  private static byte[] pkcs8(byte[] pkcs1) {
    byte[] key = tagged(OCTET_STRING, pkcs1);
    return tagged(
        SEQUENCE, ByteBuffer.allocate(RSA_HEAD.length + key.length).put(RSA_HEAD).put(key).array());
  }

  private static byte[] tagged(int tag, byte[] content) {
    return ByteBuffer.allocate(4 + content.length)
        .put((byte) tag)
        .put((byte) TWO_BYTES_OF_LENGTH)
        .putShort((short) content.length)
        .put(content)
        .array();
  }
}
