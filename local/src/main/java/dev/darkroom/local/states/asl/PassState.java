package dev.darkroom.local.states.asl;

import java.util.stream.Stream;

/** A state that only shapes data. */
public record PassState(String name, Way way) implements State {
  static PassState read(String name, Fields fields) {
    return new PassState(name, Way.read(fields));
  }

  @Override
  public String type() {
    return "Pass";
  }

  @Override
  public Stream<String> successors() {
    return way.next().stream();
  }

  @Override
  public boolean isEnd() {
    return way.next().isEmpty();
  }

  @Override
  public Stream<Effects> effectsOfAllWays() {
    return Stream.of(way.effects());
  }
}
