package dev.darkroom.bench.micro;

import dev.darkroom.imaging.Picture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A decode of a JPEG, as small as the largest rendition allows. */
@State(Scope.Benchmark)
public class DecodeBenchmark {
  /** The long edge of that rendition, in pixels. */
  @Param({"3000", "1280", "480", "160"})
  int longEdge;

  @Benchmark
  public Picture decode(SixMegapixels photo) {
    return photo.decodedTo(longEdge);
  }
}
