package dev.darkroom.local.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.darkroom.local.deploy.Settings;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** A key pair for the embedded CloudFront, made anew at each start, as an operator makes one. */
final class CdnKeyPair {
  private static final int P_256 = 256;
  private static final int LINE = 64;
  private static final String SECRET =
      "arn:aws:secretsmanager:us-east-1:000000000000:secret:darkroom-cdn-000001";

  private CdnKeyPair() {}

  /** The same settings, with delivery by CloudFront. */
  static Settings in(Settings settings) {
    KeyPair pair = make();
    Map<String, String> parameters = new HashMap<>(settings.parameters());
    parameters.put("CdnPublicKey", pem("PUBLIC KEY", pair.getPublic()));
    parameters.put("CdnPrivateKeySecret", SECRET);
    return settings
        .withParameters(parameters)
        .withSecrets(Map.of(SECRET, pem("PRIVATE KEY", pair.getPrivate())));
  }

  private static KeyPair make() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(P_256);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("The modules of a JDK have elliptic curves.", e);
    }
  }

  private static String pem(String kind, Key key) {
    String body =
        Base64.getMimeEncoder(LINE, "\n".getBytes(US_ASCII)).encodeToString(key.getEncoded());
    return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----";
  }
}
