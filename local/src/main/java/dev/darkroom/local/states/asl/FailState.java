package dev.darkroom.local.states.asl;

import dev.darkroom.local.states.jsonata.Template;
import java.util.Optional;

/** A state that ends its flow with an error. */
public record FailState(String name, Optional<Template> error, Optional<Template> cause)
    implements EndingState {
  static FailState read(String name, Fields fields) {
    return new FailState(name, fields.textTemplate("Error"), fields.textTemplate("Cause"));
  }

  @Override
  public String type() {
    return "Fail";
  }
}
