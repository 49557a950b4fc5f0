package dev.darkroom.imaging.format;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.UnreadableImage;
import java.util.ArrayList;
import java.util.List;

/**
 * The frame header of a JPEG: which process coded the picture, how large it is, and its components.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81, section B.2.2</a>
 */
record JpegFrame(boolean progressive, PixelSize size, List<Component> components) {
  private static final int PROGRESSIVE = 0xC2;
  private static final int JPEG_LS = 0xF7;
  private static final int FIXED_BYTES = 6;
  private static final int COMPONENT_BYTES = 3;

  /**
   * A plane of samples.
   *
   * @param id by which scans name it
   * @param share how many blocks it has, relative to the other components
   */
  record Component(int id, int share) {}

  /** Whether a marker starts a frame: C0–CF without DHT, DAC and the reserved JPG, and JPEG-LS. */
  static boolean isFrame(int marker) {
    boolean table = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
    return (marker >= 0xC0 && marker <= 0xCF && !table) || marker == JPEG_LS;
  }

  /**
   * Reads a frame header, and refuses by name what the decoder does not read.
   *
   * @param marker one that starts a frame
   * @param header what follows the length: precision, height, width, components
   */
  static JpegFrame read(int marker, byte[] header, DecodeLimits limits) {
    if (marker == JPEG_LS) {
      throw UnreadableImage.unsupported("a JPEG-LS");
    }
    if (marker > PROGRESSIVE) {
      throw UnreadableImage.unsupported("a JPEG in lossless, hierarchical or arithmetic coding");
    }
    if (header.length < FIXED_BYTES) {
      throw UnreadableImage.damaged("its frame header is too short");
    }
    if (header[0] != 8) {
      throw UnreadableImage.unsupported("a JPEG with " + header[0] + " bits per sample");
    }
    int height = unsignedShort(header, 1);
    int width = unsignedShort(header, 3);
    if (height == 0) {
      throw UnreadableImage.unsupported("a JPEG that gives its height only after the picture");
    }
    limits.check(width, height);
    return new JpegFrame(marker == PROGRESSIVE, new PixelSize(width, height), components(header));
  }

  private static List<Component> components(byte[] header) {
    int count = header[5];
    if (count != 1 && count != 3 && count != 4) {
      throw UnreadableImage.unsupported("a JPEG with " + count + " components");
    }
    if (header.length < FIXED_BYTES + count * COMPONENT_BYTES) {
      throw UnreadableImage.damaged("its frame header is too short");
    }
    List<Component> components = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int at = FIXED_BYTES + i * COMPONENT_BYTES;
      int sampling = header[at + 1];
      components.add(
          new Component(
              header[at] & 0xFF, Math.max(1, ((sampling >> 4) & 0xF) * (sampling & 0xF))));
    }
    return List.copyOf(components);
  }

  private static int unsignedShort(byte[] header, int at) {
    return ((header[at] & 0xFF) << 8) | (header[at + 1] & 0xFF);
  }
}
