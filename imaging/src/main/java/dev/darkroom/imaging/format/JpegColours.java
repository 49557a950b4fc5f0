package dev.darkroom.imaging.format;

import java.util.List;
import java.util.Optional;

/**
 * Which colours the components of a JPEG stand for.
 *
 * <p>The rules are those of libjpeg. The JDK's reader has others, and takes three components at
 * full resolution without a JFIF segment for RGB; it is told by the one segment that {@link
 * #marker} makes.
 */
final class JpegColours {
  private static final Signature JFIF = Signature.at(0, "JFIF\0");
  private static final Signature ADOBE = Signature.at(0, "Adobe");
  private static final int JFIF_BYTES = 14;
  private static final int ADOBE_BYTES = 12;
  private static final int ADOBE_TRANSFORM = 11;
  private static final int NO_TRANSFORM = 0;
  private static final int YCCK = 2;

  private boolean jfif;
  private Optional<Integer> adobe = Optional.empty();

  /** Looks at a segment of an application. */
  void see(int marker, byte[] segment) {
    if (marker == JpegMarkers.APP0 && segment.length >= JFIF_BYTES && JFIF.isIn(segment)) {
      jfif = true;
    } else if (marker == JpegMarkers.APP14
        && segment.length >= ADOBE_BYTES
        && ADOBE.isIn(segment)) {
      adobe = Optional.of(segment[ADOBE_TRANSFORM] & 0xFF);
    }
  }

  /** How to take four components. */
  Inks inks() {
    return new Inks(adobe.orElse(NO_TRANSFORM) != NO_TRANSFORM, adobe.isPresent());
  }

  /** A segment from which every decoder takes the same colours. */
  byte[] marker(JpegFrame frame) {
    return switch (frame.components().size()) {
      case 4 -> adobe(inks().ycck() ? YCCK : NO_TRANSFORM);
      case 3 -> isRgb(frame) ? adobe(NO_TRANSFORM) : jfif();
      default -> jfif();
    };
  }

  private boolean isRgb(JpegFrame frame) {
    if (jfif) {
      return false;
    }
    List<Integer> ids = frame.components().stream().map(JpegFrame.Component::id).toList();
    return adobe
        .map(transform -> transform == NO_TRANSFORM)
        .orElseGet(() -> ids.equals(List.of((int) 'R', (int) 'G', (int) 'B')));
  }

  private static byte[] jfif() {
    return latin1("\u00ff\u00e0\0\u0010JFIF\0\1\1\0\0\1\0\1\0\0");
  }

  private static byte[] adobe(int transform) {
    return latin1("\u00ff\u00ee\0\u000eAdobe\0d\0\0\0\0" + (char) transform);
  }

  private static byte[] latin1(String bytes) {
    return Signature.at(0, bytes).bytes();
  }
}
