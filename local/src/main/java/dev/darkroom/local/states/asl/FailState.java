package dev.darkroom.local.states.asl;

import dev.darkroom.local.states.jsonata.Template;
import java.util.Optional;
import java.util.stream.Stream;

/** A state that ends its flow with an error. */
public record FailState(String name, Optional<Template> error, Optional<Template> cause)
    implements State {
  static FailState read(String name, Fields fields) {
    return new FailState(name, fields.textTemplate("Error"), fields.textTemplate("Cause"));
  }

  @Override
  public String type() {
    return "Fail";
  }

  @Override
  public Stream<String> successors() {
    return Stream.empty();
  }

  @Override
  public boolean isEnd() {
    return true;
  }

  @Override
  public Stream<Effects> effectsOfAllWays() {
    return Stream.empty();
  }
}
