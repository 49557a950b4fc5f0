package dev.darkroom.local.states.asl;

import java.util.List;
import java.util.stream.Stream;

/**
 * One state of a state machine, read and checked.
 *
 * @see <a href="https://states-language.net/">Amazon States Language</a>
 */
public sealed interface State permits ChoiceState, EndingState, HandledState, OneWayState {
  String name();

  /** The value of the field Type, with which the events of the history begin. */
  String type();

  /** The states that may follow; empty for one at which its flow always ends. */
  Stream<String> successors();

  /** Whether the flow can end here. */
  boolean isEnd();

  /** What the state may leave behind, on any of its ways out. */
  Stream<Effects> effectsOfAllWays();

  /** The flows inside. */
  default List<Flow> inner() {
    return List.of();
  }
}
