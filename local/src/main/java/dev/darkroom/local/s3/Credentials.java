package dev.darkroom.local.s3;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The one pair of AWS keys that the embedded cloud accepts. They stand here because S3 is the part
 * that checks signatures.
 *
 * @param accessKeyId letters only: DynamoDB Local takes no others
 * @param secretAccessKey made by the first start that keeps it, else by each
 */
public record Credentials(String accessKeyId, String secretAccessKey) {
  private static final int SECRET_BYTES = 30;

  /** A pair with a secret that nobody can guess. */
  public static Credentials random() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return of(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** The pair with a secret that was made before. */
  public static Credentials of(String secretAccessKey) {
    return new Credentials("DARKROOMLOCAL", secretAccessKey);
  }
}
