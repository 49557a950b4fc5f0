package dev.darkroom.local.cdn;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.KeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** The public keys whose signatures a distribution takes, by their ids. */
public final class KeyGroup {
  private final Map<String, PublicKey> keys;

  public KeyGroup(Map<String, PublicKey> keys) {
    this.keys = Map.copyOf(keys);
  }

  /**
   * Reads a public key in PEM.
   *
   * @throws IllegalArgumentException when it is no key of ECDSA or RSA
   */
  public static PublicKey read(String pem) {
    String base64 = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "");
    KeySpec encoded = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
    GeneralSecurityException last = null;
    for (String algorithm : new String[] {"EC", "RSA"}) {
      try {
        return KeyFactory.getInstance(algorithm).generatePublic(encoded);
      } catch (GeneralSecurityException e) {
        last = e;
      }
    }
    throw new IllegalArgumentException("is no key of ECDSA or RSA in PEM", last);
  }

  /**
   * Lets a request pass.
   *
   * @throws Denied when its signature, resource or time does not
   */
  void check(SignedUrl request, Instant now) {
    PublicKey key = keys.get(request.keyId());
    if (key == null) {
      throw new Denied("InvalidKey", "Unknown Key");
    }
    if (!isSigned(request, key)
        || !AccessPolicy.read(request.policy()).allows(request.url(), now)) {
      throw Denied.access();
    }
  }

  private static boolean isSigned(SignedUrl request, PublicKey key) {
    try {
      Signature signature =
          Signature.getInstance(
              request.hash() + (key.getAlgorithm().equals("EC") ? "withECDSA" : "withRSA"));
      signature.initVerify(key);
      signature.update(request.policy().getBytes(UTF_8));
      return signature.verify(request.signature());
    } catch (GeneralSecurityException e) {
      return false; // A signature of another length, as of another key.
    }
  }
}
