package dev.darkroom.local.states.asl;

/** A state that only shapes data. */
public record PassState(String name, Way way) implements OneWayState {
  static PassState read(String name, Fields fields) {
    return new PassState(name, Way.read(fields));
  }

  @Override
  public String type() {
    return "Pass";
  }
}
