package dev.darkroom.imaging;

import dev.darkroom.imaging.colour.BrokenProfile;
import dev.darkroom.imaging.colour.ColourConversion;
import dev.darkroom.imaging.colour.ColourProfile;
import dev.darkroom.imaging.colour.DeviceSpace;
import dev.darkroom.imaging.decode.Cancellation;
import dev.darkroom.imaging.decode.StoredPicture;
import dev.darkroom.imaging.decode.TimedDecode;
import dev.darkroom.imaging.decode.UprightPicture;
import dev.darkroom.imaging.format.ByteArraySource;
import dev.darkroom.imaging.format.Contents;
import dev.darkroom.imaging.format.FileLayout;
import dev.darkroom.imaging.format.FormatSniffer;
import dev.darkroom.imaging.format.FramePlace;
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
  private static final String BROKEN_PROFILE =
      "The picture's colour profile is broken; its colours were taken for sRGB.";

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
    Upright upright = upright(format, contents, exif.orientation(), enough, cancellation);
    Optional<ColourConversion> toSrgb = conversion(contents, upright);
    return new Picture(
        upright.pixels,
        exif.orientation().upright(contents.canvas()),
        toSrgb.orElse(ColourConversion.NONE),
        format,
        contents.frames(),
        exif.capture(),
        notes(format, contents.frames(), toSrgb.isPresent()));
  }

  private static List<String> notes(ImageFormat format, int frames, boolean coloursKnown) {
    List<String> notes = new ArrayList<>();
    if (frames > 1) {
      notes.add(
          "The file holds %d %s; the first was used."
              .formatted(frames, format == ImageFormat.TIFF ? "pages" : "frames"));
    }
    if (!coloursKnown) {
      notes.add(BROKEN_PROFILE);
    }
    return notes;
  }

  private static Upright upright(
      ImageFormat format,
      Contents contents,
      Orientation orientation,
      UnaryOperator<PixelSize> enough,
      Cancellation cancellation)
      throws IOException {
    if (format == ImageFormat.JPEG) {
      Optional<BufferedImage> scaled = ScaledJpeg.decode(contents, orientation, enough);
      if (scaled.isPresent()) {
        DeviceSpace space = contents.coded().grey() ? DeviceSpace.GREY : DeviceSpace.RGB;
        return new Upright(scaled.get(), space, false);
      }
    }
    StoredPicture stored = StoredPicture.of(format, contents, cancellation);
    FramePlace place = contents.frame();
    BufferedImage pixels =
        place.fills(contents.canvas())
            ? UprightPicture.of(stored.pixels(), orientation)
            : UprightPicture.ofFrame(
                stored.pixels(), place.x(), place.y(), contents.canvas(), orientation);
    return new Upright(pixels, DeviceSpace.of(stored.pixels()), stored.profileBroken());
  }

  /** What turns pixels into sRGB; empty when the file says it in a way that is broken. */
  private static Optional<ColourConversion> conversion(Contents contents, Upright upright) {
    Optional<byte[]> icc = contents.metadata().icc();
    if (upright.profileBroken) {
      return Optional.empty();
    }
    if (icc.isEmpty() || contents.coded().inks().isPresent()) {
      // Inks are sRGB when they are pixels.
      return Optional.of(ColourConversion.NONE);
    }
    try {
      ColourProfile profile = ColourProfile.read(icc.get());
      boolean fits = profile.fits(upright.space);
      return fits ? Optional.of(profile.conversion()) : Optional.empty();
    } catch (BrokenProfile e) {
      return Optional.empty();
    }
  }

  /**
   * Upright pixels.
   *
   * @param space what the pixels were before they were packed
   * @param profileBroken whether inks were converted without their profile
   */
  private record Upright(BufferedImage pixels, DeviceSpace space, boolean profileBroken) {}
}
