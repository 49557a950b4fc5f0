package dev.darkroom.imaging.format;

import java.util.List;
import java.util.Optional;

/**
 * A format that is recognised only to be refused by its name.
 *
 * @param name with its article, as in "a WebP"
 * @param signatures of which one is enough
 */
public record ForeignFormat(String name, List<Signature> signatures) {
  private static final List<ForeignFormat> KNOWN =
      List.of(
          named("a TIFF or a camera raw file", at(0, "II*\0"), at(0, "MM\0*"), at(0, "MM\0+")),
          named("a WebP", at(8, "WEBP")),
          named("an AVIF", at(4, "ftypavif"), at(4, "ftypavis")),
          named("a HEIC", at(4, "ftyphei"), at(4, "ftyphev")),
          named("a HEIF", at(4, "ftypmif1"), at(4, "ftypmsf1")),
          named("a Canon raw file", at(4, "ftypcrx ")),
          named("a JPEG 2000", at(4, "jP  \r\n"), at(0, "\u00ffO\u00ffQ")),
          named("a JPEG XL", at(4, "JXL \r\n"), at(0, "\u00ff\n")),
          named("a Photoshop document", at(0, "8BPS")),
          named("a Windows icon", at(0, "\0\0\1\0")),
          named("a PDF document", at(0, "%PDF-")),
          named("an SVG drawing", at(0, "<svg")));

  public static Optional<ForeignFormat> of(byte[] head) {
    return KNOWN.stream()
        .filter(format -> format.signatures.stream().anyMatch(signature -> signature.isIn(head)))
        .findFirst();
  }

  private static ForeignFormat named(String name, Signature... signatures) {
    return new ForeignFormat(name, List.of(signatures));
  }

  private static Signature at(int offset, String latin1) {
    return Signature.at(offset, latin1);
  }
}
