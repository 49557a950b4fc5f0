package dev.darkroom.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidCreator;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * Job ids: ULIDs, which sort by time.
 *
 * @see <a href="https://github.com/ulid/spec">ULID</a>
 */
public final class JobIds {
  private static final int RANDOM_BYTES = 10;

  private JobIds() {}

  /** A new id. */
  public static String next() {
    return UlidCreator.getMonotonicUlid().toString();
  }

  /** Whether a text is an id, in capitals as this class writes them. */
  public static boolean isId(String text) {
    return Ulid.isValid(text) && text.equals(text.toUpperCase(Locale.ROOT));
  }

  /**
   * The id of an object that nobody announced. The same object, time and key always give the same
   * id, so an event that is delivered twice stays one job.
   *
   * @param uploadedAt the event's time
   * @param identity what tells this upload from any other: bucket, key and sequencer
   */
  public static String derived(Instant uploadedAt, String... identity) {
    byte[] digest = Sha256.of(String.join("\n", identity).getBytes(UTF_8));
    return Ulid.from(ulidBytes(uploadedAt.toEpochMilli(), digest)).toString();
  }

  private static byte[] ulidBytes(long millis, byte[] digest) {
    byte[] bytes = new byte[Ulid.ULID_BYTES];
    for (int i = 0; i < Ulid.ULID_BYTES - RANDOM_BYTES; i++) {
      bytes[i] = (byte) (millis >>> (8 * (5 - i)));
    }
    System.arraycopy(
        Arrays.copyOf(digest, RANDOM_BYTES),
        0,
        bytes,
        Ulid.ULID_BYTES - RANDOM_BYTES,
        RANDOM_BYTES);
    return bytes;
  }
}
