package dev.darkroom.imaging;

import dev.darkroom.imaging.colour.ColourConversion;
import dev.darkroom.imaging.metadata.CaptureFacts;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A decoded picture: upright, in the colours of its file, at its own size or reduced.
 *
 * @param pixels of {@link BufferedImage#TYPE_INT_RGB}, or of {@link
 *     BufferedImage#TYPE_INT_ARGB_PRE} when some pixel is not opaque; a JPEG may have been decoded
 *     at a half, a quarter or an eighth, never below the size that was asked for
 * @param original the upright size of the whole picture
 * @param toSrgb what turns these pixels, or any reduction of them, into sRGB
 * @param format of the file
 * @param frames how many frames or pages the file holds; this is the first of them
 * @param capture how the photo was taken, as far as the file says
 * @param notes what the uploader should know of how the file was read; often empty
 */
public record Picture(
    BufferedImage pixels,
    PixelSize original,
    ColourConversion toSrgb,
    ImageFormat format,
    int frames,
    CaptureFacts capture,
    List<String> notes) {

  /** Keeps the notes from change. */
  public Picture {
    notes = List.copyOf(notes);
  }
}
