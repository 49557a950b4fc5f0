package dev.darkroom.local.states.asl;

import dev.darkroom.local.states.jsonata.Template;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A state that runs several flows at once, on the same input.
 *
 * @param arguments the branches' input, the state's own by default
 */
public record ParallelState(
    String name, List<Flow> branches, Optional<Template> arguments, Handling handling, Way way)
    implements State {
  @Override
  public String type() {
    return "Parallel";
  }

  @Override
  public Stream<String> successors() {
    return way.successors(handling);
  }

  @Override
  public boolean isEnd() {
    return way.next().isEmpty();
  }

  @Override
  public Stream<Effects> effectsOfAllWays() {
    return way.effects(handling);
  }

  @Override
  public List<Flow> inner() {
    return branches;
  }
}
