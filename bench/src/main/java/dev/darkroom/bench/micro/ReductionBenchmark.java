package dev.darkroom.bench.micro;

import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.resize.Reduction;
import java.awt.image.BufferedImage;
import org.imgscalr.Scalr;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A reduction of 3000 × 2000 decoded pixels, by Darkroom and by imgscalr. */
@State(Scope.Benchmark)
public class ReductionBenchmark {
  /** Of the result, in pixels. */
  @Param({"1500", "1280", "480", "160"})
  int longEdge;

  @Benchmark
  public BufferedImage darkroom(SixMegapixels photo) {
    return Reduction.of(photo.picture.pixels(), photo.size(longEdge));
  }

  @Benchmark
  public BufferedImage imgscalrBalanced(SixMegapixels photo) {
    return scaled(photo, Scalr.Method.BALANCED);
  }

  @Benchmark
  public BufferedImage imgscalrQuality(SixMegapixels photo) {
    return scaled(photo, Scalr.Method.QUALITY);
  }

  private BufferedImage scaled(SixMegapixels photo, Scalr.Method method) {
    PixelSize size = photo.size(longEdge);
    return Scalr.resize(
        photo.picture.pixels(), method, Scalr.Mode.FIT_EXACT, size.width(), size.height());
  }
}
