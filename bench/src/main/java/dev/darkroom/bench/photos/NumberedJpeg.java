package dev.darkroom.bench.photos;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;

/** The same picture in files that differ: each says its number in a comment. */
public final class NumberedJpeg {
  private static final int START_OF_IMAGE = 2;
  private static final int COMMENT = 0xFFFE;

  private NumberedJpeg() {}

  /** Puts the number after the marker that begins the JPEG. */
  public static byte[] of(byte[] jpeg, int number) {
    byte[] text = ("photo " + number).getBytes(US_ASCII);
    int length = 2 + text.length;
    ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length + 2 + length);
    out.write(jpeg, 0, START_OF_IMAGE);
    out.write(COMMENT >> 8);
    out.write(COMMENT & 0xFF);
    out.write(length >> 8);
    out.write(length & 0xFF);
    out.writeBytes(text);
    out.write(jpeg, START_OF_IMAGE, jpeg.length - START_OF_IMAGE);
    return out.toByteArray();
  }
}
