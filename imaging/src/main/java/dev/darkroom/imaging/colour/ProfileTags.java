package dev.darkroom.imaging.colour;

import java.awt.color.ICC_Profile;

/** What the tags of a profile tell of the work that it makes. */
final class ProfileTags {
  /** The signatures D2B0 to D2B3: any number of stages in floating point. */
  private static final int[] STAGES = {0x44324230, 0x44324231, 0x44324232, 0x44324233};

  /** More stages than this holds are an attack on the processor's time. */
  private static final int MOST_STAGE_BYTES = 1 << 16;

  private ProfileTags() {}

  /** Whether one colour might take longer than a picture may. */
  static boolean areTooComplex(ICC_Profile profile) {
    for (int tag : STAGES) {
      byte[] stages = profile.getData(tag);
      if (stages != null && stages.length > MOST_STAGE_BYTES) {
        return true;
      }
    }
    return false;
  }

  /** Whether colours go through stages of any number, which may take any time. */
  static boolean haveStages(ICC_Profile profile) {
    return profile.getData(STAGES[0]) != null;
  }

  /** Whether colours go through tables rather than one matrix, which LCMS does slowly. */
  static boolean haveTables(ICC_Profile profile) {
    return profile.getData(ICC_Profile.icSigAToB0Tag) != null;
  }
}
