package dev.darkroom.imaging.format;

import dev.darkroom.imaging.UnreadableImage;
import dev.darkroom.imaging.UnreadableImage.Reason;

/**
 * The frame header of a JPEG: which process coded the picture, and in how many components.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81, section B.2.2</a>
 */
public final class JpegFrame {
  private static final int PROGRESSIVE = 0xC2;
  private static final int JPEG_LS = 0xF7;

  private JpegFrame() {}

  /** Whether a marker starts a frame: C0–CF without DHT, DAC and the reserved JPG, and JPEG-LS. */
  public static boolean isFrame(int marker) {
    boolean table = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
    return (marker >= 0xC0 && marker <= 0xCF && !table) || marker == JPEG_LS;
  }

  /**
   * Refuses by name what the decoder does not read.
   *
   * @param marker one that starts a frame
   * @param header what follows the length: precision, height, width, number of components
   */
  public static void check(int marker, byte[] header) {
    if (marker == JPEG_LS) {
      throw UnreadableImage.unsupported("a JPEG-LS");
    }
    if (marker > PROGRESSIVE) {
      throw UnreadableImage.unsupported("a JPEG in lossless, hierarchical or arithmetic coding");
    }
    if (header.length < 6) {
      throw UnreadableImage.damaged("its frame header is too short");
    }
    if (header[0] != 8) {
      throw UnreadableImage.unsupported("a JPEG with " + header[0] + " bits per sample");
    }
    if (header[1] == 0 && header[2] == 0) {
      throw UnreadableImage.unsupported("a JPEG that gives its height only after the picture");
    }
    if (header[5] == 4) {
      throw new UnreadableImage(
          Reason.UNSUPPORTED_COLOURS,
          "The picture is a JPEG in CMYK colours, which are for print."
              + " Save it as RGB (sRGB) and upload that.");
    }
  }
}
