package dev.darkroom.local.states.asl;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The common way out of a state.
 *
 * @param next the state that follows, empty where the flow ends
 */
public record Way(Effects effects, Optional<String> next) {
  static Way read(Fields fields) {
    Effects effects = Effects.read(fields);
    Optional<String> next = fields.optionalText("Next");
    boolean end = fields.flag("End").orElse(false);
    if (end == next.isPresent()) {
      throw InvalidDefinition.schema("A state has either 'Next' or 'End': true", fields.location());
    }
    return new Way(effects, next);
  }

  Stream<String> successors(Handling handling) {
    return Stream.concat(next.stream(), handling.catchers().stream().map(Catcher::next));
  }

  Stream<Effects> effects(Handling handling) {
    return Stream.concat(Stream.of(effects), handling.catchers().stream().map(Catcher::effects));
  }
}
