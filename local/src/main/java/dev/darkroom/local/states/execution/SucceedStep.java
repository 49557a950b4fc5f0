package dev.darkroom.local.states.execution;

import dev.darkroom.local.states.asl.Effects;
import dev.darkroom.local.states.asl.SucceedState;
import java.util.Map;
import java.util.Optional;

/** Runs a Succeed state. */
final class SucceedStep implements Step {
  private final SucceedState state;

  SucceedStep(SucceedState state) {
    this.state = state;
  }

  @Override
  public Exit take(Visit visit) {
    Effects effects = new Effects(Map.of(), state.output());
    return visit.exit(effects, visit.bindings(), visit.input(), Optional.empty());
  }
}
