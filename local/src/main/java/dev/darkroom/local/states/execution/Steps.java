package dev.darkroom.local.states.execution;

import dev.darkroom.local.states.asl.ChoiceState;
import dev.darkroom.local.states.asl.FailState;
import dev.darkroom.local.states.asl.MapState;
import dev.darkroom.local.states.asl.ParallelState;
import dev.darkroom.local.states.asl.PassState;
import dev.darkroom.local.states.asl.State;
import dev.darkroom.local.states.asl.SucceedState;
import dev.darkroom.local.states.asl.TaskState;
import dev.darkroom.local.states.asl.WaitState;

/** Finds the step of each kind of state. */
final class Steps {
  private Steps() {}

  static Step of(State state) {
    if (state instanceof TaskState task) {
      return new HandledStep(new TaskStep(task), task.handling());
    } else if (state instanceof ParallelState parallel) {
      return new HandledStep(new ParallelStep(parallel), parallel.handling());
    } else if (state instanceof MapState map) {
      return new HandledStep(new MapStep(map), map.handling());
    } else if (state instanceof ChoiceState choice) {
      return new ChoiceStep(choice);
    } else if (state instanceof PassState pass) {
      return new PassStep(pass);
    } else if (state instanceof WaitState wait) {
      return new WaitStep(wait);
    } else if (state instanceof SucceedState succeed) {
      return new SucceedStep(succeed);
    } else if (state instanceof FailState fail) {
      return new FailStep(fail);
    }
    throw new IllegalStateException("no step for " + state.type());
  }
}
