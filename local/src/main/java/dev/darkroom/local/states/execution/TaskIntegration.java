package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.states.asl.TaskState;
import java.util.Optional;

/** What a Task's resource stands for. */
interface TaskIntegration {
  /** What is wrong with a task that names this resource, or nothing. */
  Optional<String> complaint(TaskState task);

  /** With what the names of its events begin: {@code Task} or {@code LambdaFunction}. */
  String events();

  /** The details that each of its events carries. */
  ObjectNode identity();

  /** The details of the event that it is scheduled. */
  ObjectNode scheduled(JsonNode arguments);

  /**
   * Does the work and waits for it.
   *
   * @throws StatesError when it fails
   * @throws InterruptedException when nobody waits for it any more
   */
  JsonNode call(JsonNode arguments) throws InterruptedException;
}
