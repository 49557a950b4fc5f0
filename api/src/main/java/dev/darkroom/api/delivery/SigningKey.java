package dev.darkroom.api.delivery;

import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;

/**
 * A private key, and the id by which CloudFront knows its public half.
 *
 * @param id CloudFront's id of the public key, as {@code K2JCJMDEHXQW5F}
 * @param key of 2048 bits
 */
public record SigningKey(String id, PrivateKey key) {

  /**
   * Finds the public key that a private one belongs to. CloudFront may take signatures of two keys
   * while pairs are exchanged; the private key alone decides which of them is used.
   *
   * @param name what holds the private key, for errors
   * @param pem the private key, in PKCS#8 or PKCS#1
   * @param trusted what holds the public keys, with the id, a space, and the PEM of each
   * @throws InvalidKey when a key cannot be read, or the private one belongs to none
   */
  public static SigningKey of(String name, String pem, Map<String, String> trusted) {
    RSAPrivateCrtKey key = RsaPem.privateKey(name, pem);
    for (Map.Entry<String, String> entry : trusted.entrySet()) {
      String[] idAndPem = entry.getValue().split(" ", 2);
      if (idAndPem.length < 2) {
        throw new InvalidKey(entry.getKey(), "must hold an id, a space, and a key in PEM.");
      }
      RSAPublicKey publicKey = RsaPem.publicKey(entry.getKey(), idAndPem[1]);
      if (publicKey.getModulus().equals(key.getModulus())) {
        return new SigningKey(idAndPem[0], key);
      }
    }
    throw new InvalidKey(
        name, "holds a key that belongs to none of " + String.join(", ", trusted.keySet()) + ".");
  }

  /** The id alone: a record's own text would hold the key. */
  @Override
  public String toString() {
    return id;
  }
}
