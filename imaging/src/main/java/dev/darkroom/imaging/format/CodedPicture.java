package dev.darkroom.imaging.format;

import java.util.Optional;

/**
 * What a decoder needs to make pixels, and nothing else of the file: a file of one picture without
 * metadata. Broken metadata can then refuse no sound picture, and the decoder meets less of what an
 * attacker may write.
 *
 * @param file the bare file
 * @param grey whether a JPEG has luminance alone, which its pixels no longer show when a decoder
 *     makes RGB of it
 * @param inks how to take the samples when they are not RGB or grey
 * @param opacity the alpha plane of a lossy WebP, its ALPH chunk as it stands in the file
 */
public record CodedPicture(
    byte[] file, boolean grey, Optional<Inks> inks, Optional<byte[]> opacity) {

  static CodedPicture of(byte[] file) {
    return new CodedPicture(file, false, Optional.empty(), Optional.empty());
  }

  static CodedPicture ofGrey(byte[] file) {
    return new CodedPicture(file, true, Optional.empty(), Optional.empty());
  }

  static CodedPicture inInks(byte[] file, Inks inks) {
    return new CodedPicture(file, false, Optional.of(inks), Optional.empty());
  }

  static CodedPicture withOpacity(byte[] file, byte[] opacity) {
    return new CodedPicture(file, false, Optional.empty(), Optional.of(opacity));
  }
}
