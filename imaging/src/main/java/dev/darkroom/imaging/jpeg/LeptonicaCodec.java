package dev.darkroom.imaging.jpeg;

import static org.bytedeco.leptonica.global.leptonica.L_SEVERITY_NONE;
import static org.bytedeco.leptonica.global.leptonica.lept_free;
import static org.bytedeco.leptonica.global.leptonica.pixReadMemJpeg;
import static org.bytedeco.leptonica.global.leptonica.pixWriteMemJpeg;
import static org.bytedeco.leptonica.global.leptonica.readHeaderMemJpeg;
import static org.bytedeco.leptonica.global.leptonica.setMsgSeverity;

import dev.darkroom.imaging.Orientation;
import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.decode.UprightPicture;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.leptonica.PIX;

/**
 * libjpeg-turbo, by way of Leptonica.
 *
 * <p>Native memory is held only while a method runs: the file, 4 bytes for each pixel at the scale,
 * and for a progressive file 2 bytes for each sample at full size. Nothing stops a decode once it
 * has begun. Of a broken file the library writes one line to the standard error.
 */
final class LeptonicaCodec implements JpegCodec {
  private static final int NO_COLOUR_MAP = 0;
  private static final int NO_HINTS = 0;
  private static final int PROGRESSIVE = 1;
  private static final int INKS = 4;

  private final JpegCodec java = new ImageIoCodec();

  /**
   * Loads the library.
   *
   * @throws LinkageError when it cannot be loaded
   */
  LeptonicaCodec() {
    setMsgSeverity(L_SEVERITY_NONE);
  }

  @Override
  public String name() {
    return "libjpeg-turbo";
  }

  @Override
  public boolean isNative() {
    return true;
  }

  @Override
  public Optional<BufferedImage> decode(
      byte[] file, PixelSize stored, JpegScale scale, Orientation orientation) {
    try (BytePointer bytes = new BytePointer(file)) {
      return isOf(stored, bytes)
          ? decode(bytes, scale.of(stored), scale).map(picture -> upright(picture, orientation))
          : Optional.empty();
    }
  }

  private static BufferedImage upright(BufferedImage stored, Orientation orientation) {
    return orientation == Orientation.NORMAL ? stored : UprightPicture.of(stored, orientation);
  }

  /** Whether a file has the size that it should, and no inks, which Leptonica gets wrong. */
  private static boolean isOf(PixelSize stored, BytePointer file) {
    try (IntPointer read = new IntPointer(5L)) {
      int failure =
          readHeaderMemJpeg(
              file,
              file.limit(),
              read,
              read.getPointer(1),
              read.getPointer(2),
              read.getPointer(3),
              read.getPointer(4));
      return failure == 0
          && stored.equals(new PixelSize(read.get(0), read.get(1)))
          && read.get(2) != INKS;
    }
  }

  private static Optional<BufferedImage> decode(
      BytePointer file, PixelSize scaled, JpegScale scale) {
    try (IntPointer warnings = new IntPointer(1L)) {
      PIX pix =
          pixReadMemJpeg(
              file, file.limit(), NO_COLOUR_MAP, scale.denominator(), warnings, NO_HINTS);
      if (pix == null) {
        return Optional.empty();
      }
      try (NativePicture picture = new NativePicture(pix)) {
        // With a warning, part of the picture is grey, and nothing tells how much.
        boolean sound = warnings.get() == 0 && picture.size().equals(scaled);
        return sound ? Optional.of(picture.toJava()) : Optional.empty();
      }
    }
  }

  /** Baseline is left to the JDK: Leptonica does not make Huffman tables for the picture. */
  @Override
  public byte[] encode(BufferedImage picture, JpegProcess process) {
    return process == JpegProcess.BASELINE ? java.encode(picture, process) : progressive(picture);
  }

  private static byte[] progressive(BufferedImage picture) {
    BytePointer file = new BytePointer((Pointer) null);
    try (NativePicture copy = NativePicture.ofSize(PixelSize.of(picture));
        SizeTPointer length = new SizeTPointer(1L)) {
      copy.fill(picture);
      if (pixWriteMemJpeg(file, length, copy.pix(), QUALITY, PROGRESSIVE) != 0) {
        throw new IllegalStateException("libjpeg-turbo did not encode a picture");
      }
      byte[] bytes = new byte[Math.toIntExact(length.get())];
      file.get(bytes);
      return bytes;
    } finally {
      lept_free(file);
    }
  }
}
