package dev.darkroom.bench.ways;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.Picture;
import dev.darkroom.imaging.PictureDecoder;
import dev.darkroom.imaging.Rendition;
import dev.darkroom.imaging.Renditions;
import java.util.List;

/** What the Resize step does. */
final class DarkroomWay implements RenditionMaker {
  private static final DecodeLimits LIMITS = DecodeLimits.ofPixels(50_000_000);

  @Override
  public List<byte[]> make(byte[] file) {
    return Renditions.make(decoded(file), DefaultSizes.SPECS).stream()
        .map(Rendition::bytes)
        .toList();
  }

  static Picture decoded(byte[] file) {
    return PictureDecoder.decode(
        file, LIMITS, original -> Renditions.enough(original, DefaultSizes.SPECS));
  }
}
