package dev.darkroom.bench.micro;

import dev.darkroom.imaging.jpeg.JpegEncoder;
import dev.darkroom.imaging.resize.Reduction;
import java.awt.image.BufferedImage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An encode of a rendition. */
@State(Scope.Benchmark)
public class EncodeBenchmark {
  /** Of the rendition, in pixels. */
  @Param({"1280", "480", "160"})
  int longEdge;

  private BufferedImage reduced;

  @Setup
  public void reduce(SixMegapixels photo) {
    reduced = Reduction.of(photo.picture.pixels(), photo.size(longEdge));
  }

  @Benchmark
  public byte[] encode() {
    return JpegEncoder.encode(reduced);
  }
}
