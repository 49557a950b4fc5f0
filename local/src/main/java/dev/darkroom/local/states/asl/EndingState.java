package dev.darkroom.local.states.asl;

import java.util.stream.Stream;

/** A state at which its flow always ends. */
public sealed interface EndingState extends State permits FailState, SucceedState {
  @Override
  default Stream<String> successors() {
    return Stream.empty();
  }

  @Override
  default boolean isEnd() {
    return true;
  }

  @Override
  default Stream<Effects> effectsOfAllWays() {
    return Stream.empty();
  }
}
