package dev.darkroom.imaging.format;

import dev.darkroom.imaging.UnreadableImage;
import java.io.IOException;
import java.util.Set;

/**
 * Raw files of cameras that are TIFF from the outside. Their first directory tells them apart.
 *
 * @see <a href="https://helpx.adobe.com/camera-raw/digital-negative.html">DNG 1.7, chapter 4</a>
 */
final class CameraRaw {
  private static final Signature CANON = Signature.at(8, "CR");
  private static final Set<Long> MOSAICS = Set.of(32_803L, 34_892L);
  private static final int SONY = 32_767;
  private static final int NIKON = 34_713;
  private static final int PENTAX = 65_535;
  private static final int LOSSY_DNG = 34_892;
  private static final Set<Long> COMPRESSIONS =
      Set.of((long) SONY, (long) NIKON, (long) PENTAX, (long) LOSSY_DNG);

  private CameraRaw() {}

  /**
   * Refuses a raw file by name.
   *
   * @param head the first bytes of the file, 10 or more
   * @param first its first directory
   */
  static void refuse(byte[] head, TiffDirectory first) throws IOException {
    if (CANON.isIn(head)) {
      throw refusal("a Canon raw file (CR2)");
    }
    if (first.has(TiffTag.DNG_VERSION)) {
      throw refusal("a raw file (DNG)");
    }
    boolean mosaic =
        MOSAICS.contains(first.value(TiffTag.PHOTOMETRIC, 0))
            || COMPRESSIONS.contains(first.value(TiffTag.COMPRESSION, 1));
    // Raw files begin with a preview and keep what the sensor saw below it.
    boolean preview = first.isReduced() && first.has(TiffTag.SUB_DIRECTORIES);
    if (mosaic || preview) {
      throw refusal("a raw file of a camera, such as NEF, ARW or PEF");
    }
  }

  private static UnreadableImage refusal(String what) {
    return UnreadableImage.unsupported(what, ForeignFormat.RAW_ADVICE);
  }
}
