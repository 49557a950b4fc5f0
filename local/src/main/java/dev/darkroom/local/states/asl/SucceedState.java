package dev.darkroom.local.states.asl;

import dev.darkroom.local.states.jsonata.Template;
import java.util.Optional;
import java.util.stream.Stream;

/** A state that ends its flow with success. */
public record SucceedState(String name, Optional<Template> output) implements State {
  static SucceedState read(String name, Fields fields) {
    return new SucceedState(name, fields.template("Output"));
  }

  @Override
  public String type() {
    return "Succeed";
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
