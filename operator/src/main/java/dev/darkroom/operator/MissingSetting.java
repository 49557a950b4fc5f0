package dev.darkroom.operator;

/** The command was not told what it works on. */
final class MissingSetting extends RuntimeException {
  MissingSetting(String variable) {
    super(
        variable
            + " is not set. Locally, run eval \"$(./darkroom env)\"; for AWS, see"
            + " docs/operations.md.");
  }
}
