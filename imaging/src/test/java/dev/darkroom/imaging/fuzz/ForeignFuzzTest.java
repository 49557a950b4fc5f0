package dev.darkroom.imaging.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** See docs/fuzzing.md. */
class ForeignFuzzTest {

  @FuzzTest
  void isNamedOrTaken(byte[] file) {
    Fuzzed.probed(file);
  }
}
