package dev.darkroom.imaging.jpeg;

import dev.darkroom.imaging.Orientation;
import dev.darkroom.imaging.PixelSize;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * Decodes and encodes JPEG: natively where the platform's library can be loaded, else in Java.
 *
 * <p>What it encodes has {@linkplain #QUALITY quality 80}, chroma subsampled 4:2:0, a JFIF header
 * and no other metadata. Codecs are safe for use by many threads.
 */
public interface JpegCodec {
  /** The media type of what is encoded. */
  String CONTENT_TYPE = "image/jpeg";

  /** On libjpeg's scale of 1 to 100. */
  int QUALITY = 80;

  /** The system property that, set to {@code java}, keeps the native codec from being loaded. */
  String PROPERTY = "darkroom.jpeg";

  /** The codec of this process; which one it is, is settled at the first call. */
  static JpegCodec inUse() {
    return CodecInUse.CODEC;
  }

  /** What does the work: {@code libjpeg-turbo} or {@code ImageIO}. */
  String name();

  /** Whether it is native code, which is faster. */
  boolean isNative();

  /**
   * Decodes a picture at a scale.
   *
   * @param file the whole file, grey or in three components
   * @param stored its size as its header says, before it is turned upright
   * @param orientation how it is turned upright
   * @return upright, of {@link BufferedImage#TYPE_INT_RGB}, in the colours of the file; empty when
   *     this codec does not decode at that scale or not this file: a reader that tells why, has to
   *     read the whole picture then
   */
  Optional<BufferedImage> decode(
      byte[] file, PixelSize stored, JpegScale scale, Orientation orientation);

  /**
   * Encodes a picture.
   *
   * @param picture of {@link BufferedImage#TYPE_INT_RGB}, not a part of another one
   */
  byte[] encode(BufferedImage picture, JpegProcess process);
}
