package dev.darkroom.bench.photos;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Gives a JPEG an Exif block that says: turn me a quarter clockwise. */
final class TurnedJpeg {
  /** Behind the first marker and that of the JFIF segment. */
  private static final int LENGTH_AT = 4;

  /** An APP1 segment, "Exif", a TIFF header, and one entry: tag 0x0112, one short, 6. */
  private static final byte[] QUARTER_TURN =
      HexFormat.of()
          .parseHex(
              "ffe10022"
                  + "457869660000"
                  + "4d4d002a00000008"
                  + "0001"
                  + "011200030000000100060000"
                  + "00000000");

  private TurnedJpeg() {}

  /** Turns a JPEG that begins with a JFIF segment, and has no Exif yet. */
  static byte[] of(byte[] jfif) {
    int end = LENGTH_AT + Short.toUnsignedInt(ByteBuffer.wrap(jfif).getShort(LENGTH_AT));
    ByteArrayOutputStream turned = new ByteArrayOutputStream(jfif.length + QUARTER_TURN.length);
    turned.write(jfif, 0, end);
    turned.writeBytes(QUARTER_TURN);
    turned.write(jfif, end, jfif.length - end);
    return turned.toByteArray();
  }
}
