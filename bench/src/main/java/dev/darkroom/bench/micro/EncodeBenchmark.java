package dev.darkroom.bench.micro;

import dev.darkroom.imaging.Picture;
import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.Rendition;
import dev.darkroom.imaging.RenditionSpec;
import dev.darkroom.imaging.Renditions;
import dev.darkroom.imaging.resize.Reduction;
import java.awt.image.BufferedImage;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An encode of a picture that has the size of the rendition already. */
@State(Scope.Benchmark)
public class EncodeBenchmark {
  /** Of the rendition, in pixels. */
  @Param({"1280", "480", "160"})
  int longEdge;

  private Picture reduced;
  private List<RenditionSpec> spec;

  @Setup
  public void reduce(SixMegapixels photo) {
    BufferedImage pixels = Reduction.of(photo.picture.pixels(), photo.size(longEdge));
    reduced =
        new Picture(
            pixels,
            PixelSize.of(pixels),
            photo.picture.toSrgb(),
            photo.picture.format(),
            photo.picture.frames(),
            photo.picture.capture(),
            List.of());
    spec = RenditionSpec.parseList("rendition:" + longEdge);
  }

  @Benchmark
  public List<Rendition> encode() {
    return Renditions.make(reduced, spec);
  }
}
