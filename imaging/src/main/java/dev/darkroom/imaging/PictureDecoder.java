package dev.darkroom.imaging;

import dev.darkroom.imaging.colour.BrokenProfile;
import dev.darkroom.imaging.colour.ColourConversion;
import dev.darkroom.imaging.colour.ColourProfile;
import dev.darkroom.imaging.decode.Cancellation;
import dev.darkroom.imaging.decode.StoredPicture;
import dev.darkroom.imaging.decode.TimedDecode;
import dev.darkroom.imaging.decode.UprightPicture;
import dev.darkroom.imaging.format.ByteArraySource;
import dev.darkroom.imaging.format.Contents;
import dev.darkroom.imaging.format.FileLayout;
import dev.darkroom.imaging.format.FormatSniffer;
import dev.darkroom.imaging.metadata.ExifBlock;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Decodes a file to the picture that people are meant to see.
 *
 * <p>A file is taken apart first. Dimensions, frames and the lengths of its parts are checked then,
 * and the decoder is given the parts alone that make the first picture. It runs in a thread of its
 * own, for the time that the limits allow.
 */
public final class PictureDecoder {
  private PictureDecoder() {}

  /**
   * Decodes the first picture of a file.
   *
   * <p>The Exif orientation is applied. An embedded profile is not: {@link Picture#toSrgb()} does
   * that, after the picture is reduced.
   *
   * @param file the whole file
   * @param enough tells from the upright size of the original which size is enough: the result has
   *     that or more in both edges
   * @throws UnreadableImage when the file is refused for what it holds; never half a picture
   */
  public static Picture decode(byte[] file, DecodeLimits limits, UnaryOperator<PixelSize> enough) {
    return TimedDecode.run(
        limits.time(), cancellation -> () -> decode(file, limits, enough, cancellation));
  }

  private static Picture decode(
      byte[] file, DecodeLimits limits, UnaryOperator<PixelSize> enough, Cancellation cancellation)
      throws IOException {
    ImageFormat format = FormatSniffer.sniff(new ByteArraySource(file));
    Contents contents = FileLayout.of(format).read(file, limits);
    ExifBlock exif = contents.metadata().exif().map(ExifBlock::read).orElse(ExifBlock.NONE);
    List<String> notes = new ArrayList<>();
    ColourConversion toSrgb = conversion(contents, notes);
    return new Picture(
        upright(format, contents, exif.orientation(), enough, cancellation),
        exif.orientation().upright(contents.canvas()),
        toSrgb,
        format,
        contents.frames(),
        exif.capture(),
        notes);
  }

  private static BufferedImage upright(
      ImageFormat format,
      Contents contents,
      Orientation orientation,
      UnaryOperator<PixelSize> enough,
      Cancellation cancellation)
      throws IOException {
    Optional<BufferedImage> scaled =
        format == ImageFormat.JPEG
            ? ScaledJpeg.decode(contents, orientation, enough)
            : Optional.empty();
    return scaled.isPresent()
        ? scaled.get()
        : UprightPicture.of(StoredPicture.of(format, contents, cancellation), orientation);
  }

  private static ColourConversion conversion(Contents contents, List<String> notes) {
    if (contents.metadata().icc().isEmpty() || contents.coded().inks().isPresent()) {
      // Inks are sRGB when they are pixels.
      return ColourConversion.NONE;
    }
    try {
      return ColourProfile.read(contents.metadata().icc().get()).conversion();
    } catch (BrokenProfile e) {
      notes.add("The picture's colour profile is broken; its colours were taken for sRGB.");
      return ColourConversion.NONE;
    }
  }
}
