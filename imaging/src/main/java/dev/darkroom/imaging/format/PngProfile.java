package dev.darkroom.imaging.format;

import dev.darkroom.imaging.DecodeLimits;
import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The colour profile of a PNG, which is compressed.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#11iCCP">PNG, third edition, section 11.3.2.3</a>
 */
final class PngProfile {
  private static final int PIECE = 16_384;

  private PngProfile() {}

  /**
   * Inflates as much as there is.
   *
   * @param chunk a name, a zero, the method, and the compressed profile
   * @return a broken profile when the chunk is broken
   * @throws dev.darkroom.imaging.UnreadableImage when it is longer than the limit
   */
  static byte[] inflated(byte[] chunk, DecodeLimits limits) {
    int name = 0;
    while (name < chunk.length && chunk[name] != 0) {
      name++;
    }
    int start = Math.min(name + 2, chunk.length);
    Inflater inflater = new Inflater();
    ByteArrayOutputStream profile = new ByteArrayOutputStream();
    try {
      inflater.setInput(chunk, start, chunk.length - start);
      byte[] piece = new byte[PIECE];
      for (int read = inflater.inflate(piece); read > 0; read = inflater.inflate(piece)) {
        profile.write(piece, 0, read);
        limits.checkAncillary("a colour profile", profile.size());
      }
      return profile.toByteArray();
    } catch (DataFormatException e) {
      return profile.toByteArray();
    } finally {
      inflater.end();
    }
  }
}
