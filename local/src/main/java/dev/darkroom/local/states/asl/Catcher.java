package dev.darkroom.local.states.asl;

/**
 * Where an execution goes on after certain errors.
 *
 * @param effects see {@code $states.errorOutput}: {@code Error} and {@code Cause}
 */
public record Catcher(ErrorEquals errors, String next, Effects effects) {
  static Catcher read(Fields fields, boolean last) {
    Catcher catcher =
        new Catcher(ErrorEquals.read(fields, last), fields.text("Next"), Effects.read(fields));
    fields.nothingElse();
    return catcher;
  }
}
