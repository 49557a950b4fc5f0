package dev.darkroom.imaging.format;

import dev.darkroom.imaging.UnreadableImage;
import dev.darkroom.imaging.UnreadableImage.Reason;
import java.util.Set;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeType;

/** Names a file that is none of the accepted formats, and says what to do instead. */
final class ForeignFormat {
  /** How many bytes are looked at: an SVG may begin with long comments. */
  static final int HEAD_BYTES = 65_536;

  static final String RAW_ADVICE =
      "Export it as JPEG from the camera or from your raw developer and upload that.";

  private static final String HEIF_ADVICE =
      "On an iPhone choose Settings > Camera > Formats > Most Compatible, or export the photo as"
          + " JPEG, and upload that.";
  private static final String DRAWING_ADVICE = "Export it as PNG and upload that.";
  private static final String DEFAULT_ADVICE = "Save it as JPEG or PNG and upload that.";

  /** Types beside image/* that people take for pictures. */
  private static final Set<String> DOCUMENTS =
      Set.of("application/pdf", "application/postscript", "application/illustrator");

  private ForeignFormat() {}

  /**
   * The refusal of a file.
   *
   * @param head its first bytes, as many as there are up to {@link #HEAD_BYTES}
   */
  static UnreadableImage refusal(byte[] head) {
    MimeType type = MagicNumbers.detect(head);
    MediaType media = type.getType().getBaseType();
    String name = name(type);
    if (media.getType().equals("image") || DOCUMENTS.contains(media.toString())) {
      return UnreadableImage.unsupported("of the type " + name, advice(media));
    }
    boolean telling = !media.equals(MediaType.OCTET_STREAM) && !media.equals(MediaType.TEXT_PLAIN);
    return new UnreadableImage(
        Reason.NOT_A_PICTURE,
        "The file is not a picture, whatever its name says"
            + (telling ? "; it is of the type " + name : "")
            + ". Upload a JPEG, PNG, WebP, TIFF, GIF or BMP file.");
  }

  private static String name(MimeType type) {
    String description = type.getDescription();
    String acronym = type.getAcronym();
    if (description.isEmpty() && acronym.isEmpty()) {
      return type.getType().getBaseType().toString();
    }
    if (description.isEmpty() || acronym.isEmpty() || description.contains(acronym)) {
      return description.isEmpty() ? acronym : description;
    }
    return acronym + " (" + description + ")";
  }

  private static String advice(MediaType media) {
    String subtype = media.getSubtype();
    if (subtype.startsWith("heic") || subtype.startsWith("heif")) {
      return HEIF_ADVICE;
    }
    if (subtype.contains("raw") || subtype.equals("x-canon-cr3")) {
      return RAW_ADVICE;
    }
    return switch (subtype) {
      case "svg+xml", "pdf", "postscript", "illustrator", "emf", "wmf" -> DRAWING_ADVICE;
      default -> DEFAULT_ADVICE;
    };
  }
}
