package dev.darkroom.local.states.asl;

import java.util.stream.Stream;

/** A state whose errors are retried and caught: each catcher is a way out as well. */
public sealed interface HandledState extends State permits MapState, ParallelState, TaskState {
  Handling handling();

  Way way();

  @Override
  default Stream<String> successors() {
    return way().successors(handling());
  }

  @Override
  default boolean isEnd() {
    return way().next().isEmpty();
  }

  @Override
  default Stream<Effects> effectsOfAllWays() {
    return way().effects(handling());
  }
}
