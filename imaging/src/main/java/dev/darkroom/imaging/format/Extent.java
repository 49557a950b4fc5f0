package dev.darkroom.imaging.format;

import java.util.OptionalInt;

/**
 * Whether a file reaches the end that its format prescribes.
 *
 * <p>Decoders cannot be asked: the JDK's JPEG decoder invents the missing part and gives a warning,
 * others stop reading after the last pixel.
 *
 * @param whole whether all is there
 * @param percent the share of the picture that is there, 0–100; empty when only decoding tells
 */
public record Extent(boolean whole, OptionalInt percent) {
  static final Extent WHOLE = new Extent(true, OptionalInt.of(100));

  static final Extent CUT = new Extent(false, OptionalInt.empty());

  static Extent cutAt(int percent) {
    return new Extent(false, OptionalInt.of(percent));
  }

  /** The extent of a file whose decoder tells how much is there. */
  static Extent of(boolean whole) {
    return whole ? WHOLE : CUT;
  }
}
