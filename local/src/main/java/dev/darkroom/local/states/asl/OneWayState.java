package dev.darkroom.local.states.asl;

import java.util.stream.Stream;

/** A state with one way out. */
public sealed interface OneWayState extends State permits PassState, WaitState {
  Way way();

  @Override
  default Stream<String> successors() {
    return way().next().stream();
  }

  @Override
  default boolean isEnd() {
    return way().next().isEmpty();
  }

  @Override
  default Stream<Effects> effectsOfAllWays() {
    return Stream.of(way().effects());
  }
}
