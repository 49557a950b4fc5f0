package dev.darkroom.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Places in a list, sealed so that nobody can read them, make one up, use another user's, or use
 * one for another list: AES-256 in Galois/Counter Mode, with user and list as associated data.
 *
 * @see <a href="https://nvlpubs.nist.gov/nistpubs/Legacy/SP/nistspecialpublication800-38d.pdf">NIST
 *     SP 800-38D</a>
 */
public final class Cursors {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int LONGEST = 1024;

  private final SecureRandom random = new SecureRandom();
  private final Supplier<byte[]> key;

  /**
   * Seals with one key.
   *
   * @param key gives the key, 32 bytes; asked for each cursor
   */
  public Cursors(Supplier<byte[]> key) {
    this.key = key;
  }

  /** Seals a place for one user and one list. */
  public String seal(String sub, String scope, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, sub, scope).doFinal(place.getBytes(UTF_8));
      byte[] cursor =
          ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
      return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java runtime has AES-GCM.", e);
    }
  }

  /**
   * The place that a cursor holds.
   *
   * @throws InvalidField when it was not sealed here for this user and list
   */
  public String open(String sub, String scope, String cursor) {
    if (cursor.length() > LONGEST) {
      throw foreign();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      if (bytes.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
        throw foreign();
      }
      byte[] nonce = java.util.Arrays.copyOf(bytes, NONCE_BYTES);
      return new String(
          cipher(Cipher.DECRYPT_MODE, nonce, sub, scope)
              .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES),
          UTF_8);
    } catch (IllegalArgumentException | AEADBadTagException e) {
      throw foreign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java runtime has AES-GCM.", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String sub, String scope)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, new SecretKeySpec(key.get(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    // With its length, so that no other user and list make the same text.
    cipher.updateAAD((sub.length() + " " + sub + scope).getBytes(UTF_8));
    return cipher;
  }

  private static InvalidField foreign() {
    return new InvalidField(
        Paging.CURSOR,
        "The cursor is not one of this list and user. Leave it out to begin with the first page.");
  }
}
