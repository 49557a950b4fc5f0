package dev.darkroom.local.states.asl;

import dev.darkroom.local.states.jsonata.Template;
import java.util.List;
import java.util.Optional;

/**
 * A state that runs several flows at once, on the same input.
 *
 * @param arguments the branches' input, the state's own by default
 */
public record ParallelState(
    String name, List<Flow> branches, Optional<Template> arguments, Handling handling, Way way)
    implements HandledState {
  @Override
  public String type() {
    return "Parallel";
  }

  @Override
  public List<Flow> inner() {
    return branches;
  }
}
