package dev.darkroom.local.s3;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The one pair of AWS keys that the embedded cloud accepts. They stand here because S3 is the part
 * that checks signatures.
 *
 * @param accessKeyId letters only: DynamoDB Local takes no others
 * @param secretAccessKey made anew at each start
 */
public record Credentials(String accessKeyId, String secretAccessKey) {
  private static final int SECRET_BYTES = 30;

  /** A pair with a secret that nobody can guess. */
  public static Credentials random() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return new Credentials(
        "DARKROOMLOCAL", Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }
}
