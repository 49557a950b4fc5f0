package dev.darkroom.imaging.format;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The colour profile of a JPEG, which is spread over APP2 segments that are numbered from 1.
 *
 * @see <a href="https://www.color.org/specification/ICC.1-2022-05.pdf">ICC.1:2022, annex B.4</a>
 */
final class JpegProfile {
  private static final Signature START = Signature.at(0, "ICC_PROFILE\0");
  private static final int NUMBER_AT = 12;
  private static final int DATA_AT = 14;

  private final Map<Integer, byte[]> pieces = new TreeMap<>();

  void add(byte[] segment) {
    if (START.isIn(segment) && segment.length >= DATA_AT) {
      pieces.putIfAbsent(segment[NUMBER_AT] & 0xFF, segment);
    }
  }

  /** The pieces in the order of their numbers; when one is missing, the profile is broken. */
  Optional<byte[]> joined() {
    if (pieces.isEmpty()) {
      return Optional.empty();
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    pieces.values().forEach(piece -> joined.write(piece, DATA_AT, piece.length - DATA_AT));
    return Optional.of(joined.toByteArray());
  }
}
