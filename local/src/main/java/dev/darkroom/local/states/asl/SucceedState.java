package dev.darkroom.local.states.asl;

import dev.darkroom.local.states.jsonata.Template;
import java.util.Optional;

/** A state that ends its flow with success. */
public record SucceedState(String name, Optional<Template> output) implements EndingState {
  static SucceedState read(String name, Fields fields) {
    return new SucceedState(name, fields.template("Output"));
  }

  @Override
  public String type() {
    return "Succeed";
  }
}
