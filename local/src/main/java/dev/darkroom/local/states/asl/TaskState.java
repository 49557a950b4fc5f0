package dev.darkroom.local.states.asl;

import dev.darkroom.local.states.jsonata.Template;
import java.util.Optional;

/**
 * A state that has a resource do some work.
 *
 * @param resource the ARN of what works
 * @param arguments what it is given, the state's input by default
 * @param timeoutSeconds after how many seconds an attempt fails with States.Timeout
 */
public record TaskState(
    String name,
    String resource,
    Optional<Template> arguments,
    Optional<Template> timeoutSeconds,
    Handling handling,
    Way way)
    implements HandledState {
  /** The longest timeout, in seconds; that of a task that names none. */
  public static final int LONGEST_TIMEOUT = 99_999_999;

  static TaskState read(String name, Fields fields) {
    return new TaskState(
        name,
        fields.text("Resource"),
        fields.template("Arguments"),
        fields.integerTemplate("TimeoutSeconds", 1, LONGEST_TIMEOUT),
        Handling.read(fields),
        Way.read(fields));
  }

  @Override
  public String type() {
    return "Task";
  }
}
