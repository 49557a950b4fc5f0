package dev.darkroom.api.delivery;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;

/** The one curve and the one size of keys that CloudFront takes. */
final class KeyStrength {
  private static final int BITS = 2048;

  private KeyStrength() {}

  /**
   * Refuses another curve or size.
   *
   * @param name what holds the key, for errors
   * @throws InvalidKey when CloudFront would not take it
   */
  static void check(String name, Key key) throws GeneralSecurityException {
    if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() != BITS) {
      throw new InvalidKey(
          name,
          "must hold a key of " + BITS + " bits, and has " + rsa.getModulus().bitLength() + ".");
    }
    if (key instanceof ECKey ec && !isOnP256(ec.getParams())) {
      throw new InvalidKey(name, "must hold a key on the curve P-256.");
    }
  }

  private static boolean isOnP256(ECParameterSpec curve) throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    ECParameterSpec p256 = parameters.getParameterSpec(ECParameterSpec.class);
    return curve.getCurve().equals(p256.getCurve())
        && curve.getGenerator().equals(p256.getGenerator());
  }
}
