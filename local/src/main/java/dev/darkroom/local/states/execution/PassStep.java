package dev.darkroom.local.states.execution;

import dev.darkroom.local.states.asl.PassState;

/** Runs a Pass state. */
final class PassStep implements Step {
  private final PassState state;

  PassStep(PassState state) {
    this.state = state;
  }

  @Override
  public Exit take(Visit visit) {
    return visit.exit(state.way().effects(), visit.bindings(), visit.input(), state.way().next());
  }
}
