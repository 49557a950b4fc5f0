package dev.darkroom.api.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Map;

/**
 * A private key, and the id by which CloudFront knows its public half.
 *
 * @param id CloudFront's id of the public key, as {@code K2JCJMDEHXQW5F}
 * @param key of ECDSA on P-256, or of RSA with 2048 bits
 */
public record SigningKey(String id, PrivateKey key) {
  private static final byte[] TRIAL = "trial".getBytes(US_ASCII);

  /**
   * Finds the public key that a private one belongs to. CloudFront may take signatures of two keys
   * while pairs are exchanged; the private key alone decides which of them is used.
   *
   * @param name what holds the private key, for errors
   * @param pem the private key
   * @param trusted what holds the public keys, with the id, a space, and the PEM of each
   * @throws InvalidKey when a key cannot be read, or the private one belongs to none
   */
  public static SigningKey of(String name, String pem, Map<String, String> trusted) {
    PrivateKey key = PemKey.privateKey(name, pem);
    for (Map.Entry<String, String> entry : trusted.entrySet()) {
      String[] idAndPem = entry.getValue().split(" ", 2);
      if (idAndPem.length < 2) {
        throw new InvalidKey(entry.getKey(), "must hold an id, a space, and a key in PEM.");
      }
      SigningKey candidate = new SigningKey(idAndPem[0], key);
      if (candidate.belongsTo(PemKey.publicKey(entry.getKey(), idAndPem[1]))) {
        return candidate;
      }
    }
    throw new InvalidKey(
        name, "holds a key that belongs to none of " + String.join(", ", trusted.keySet()) + ".");
  }

  /** A signature with SHA-256, in the form that OpenSSL gives it. */
  byte[] sign(byte[] text) {
    try {
      Signature signature = signature();
      signature.initSign(key);
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key was tried when the function started.", e);
    }
  }

  private boolean belongsTo(PublicKey other) {
    if (!other.getAlgorithm().equals(key.getAlgorithm())) {
      return false;
    }
    try {
      Signature signature = signature();
      signature.initVerify(other);
      signature.update(TRIAL);
      return signature.verify(sign(TRIAL));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Keys on one curve, or of one size, can be compared.", e);
    }
  }

  private Signature signature() throws GeneralSecurityException {
    return Signature.getInstance(
        key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
  }

  /** The id alone: a record's own text would hold the key. */
  @Override
  public String toString() {
    return id;
  }
}
