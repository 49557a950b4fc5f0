package dev.darkroom.imaging.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.darkroom.imaging.ImageFormat;

/** See docs/fuzzing.md. */
class TiffFuzzTest {

  @FuzzTest
  void givesAPictureOrARefusal(byte[] file) {
    Fuzzed.file(ImageFormat.TIFF, file);
  }
}
