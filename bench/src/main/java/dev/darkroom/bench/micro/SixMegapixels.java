package dev.darkroom.bench.micro;

import dev.darkroom.bench.photos.PaintedPhoto;
import dev.darkroom.bench.ways.DefaultSizes;
import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.Picture;
import dev.darkroom.imaging.PictureDecoder;
import dev.darkroom.imaging.PixelSize;
import java.io.IOException;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A JPEG of 3000 × 2000 pixels, and its picture. */
@State(Scope.Benchmark)
public class SixMegapixels {
  static final DecodeLimits LIMITS = DecodeLimits.ofPixels(50_000_000);

  private static final int WIDTH = 3000;

  byte[] file;
  Picture picture;

  @Setup
  public void decode() throws IOException {
    file = PaintedPhoto.sixMegapixels();
    picture = decodedTo(WIDTH);
  }

  /** The picture, decoded for renditions with this long edge. */
  Picture decodedTo(int longEdge) {
    return PictureDecoder.decode(file, LIMITS, original -> DefaultSizes.inside(original, longEdge));
  }

  PixelSize size(int longEdge) {
    return DefaultSizes.inside(picture.original(), longEdge);
  }
}
