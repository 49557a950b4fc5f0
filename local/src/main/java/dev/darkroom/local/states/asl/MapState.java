package dev.darkroom.local.states.asl;

import dev.darkroom.local.states.jsonata.Template;
import java.util.List;
import java.util.Optional;

/**
 * A state that runs one flow for each item of an array, inline.
 *
 * @param items the array, the state's input by default
 * @param itemSelector a flow's input, the item by default
 * @param maxConcurrency how many flows at once; 0, the default, for as many as the service runs
 */
public record MapState(
    String name,
    Optional<Template> items,
    Optional<Template> itemSelector,
    Optional<Template> maxConcurrency,
    Flow processor,
    Handling handling,
    Way way)
    implements HandledState {
  /** How many iterations of an inline Map run at once at most. */
  public static final int MOST_AT_ONCE = 40;

  @Override
  public String type() {
    return "Map";
  }

  @Override
  public List<Flow> inner() {
    return List.of(processor);
  }
}
