package dev.darkroom.local.deploy;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The one pair of AWS keys that the embedded cloud accepts.
 *
 * @param accessKeyId letters only: DynamoDB Local takes no others
 * @param secretAccessKey made anew at each start
 */
public record Credentials(String accessKeyId, String secretAccessKey) {
  private static final int SECRET_BYTES = 30;

  static Credentials random() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return new Credentials(
        "DARKROOMLOCAL", Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }
}
