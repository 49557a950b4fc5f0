package dev.darkroom.imaging.format;

import java.nio.charset.StandardCharsets;

/** Fixed bytes at a fixed place near the beginning of a file. */
public record Signature(int offset, byte[] bytes) {

  /** Each character of {@code latin1} is one byte. */
  public static Signature at(int offset, String latin1) {
    return new Signature(offset, latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  public boolean isIn(byte[] head) {
    if (head.length < offset + bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if (head[offset + i] != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
